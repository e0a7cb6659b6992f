/** Names of the RUM cookies of one environment. */
export interface RumCookieNames {
  readonly session: string;
  readonly pageContext: string;
  readonly visitor: string;
  readonly sessionTimes: string;
  readonly sourceAction: string;
}

/** The RUM cookies' names with the environment's suffix, `''` for none (`AgentProfile.cookiePostfix`; docs, RUM cookies). */
export function rumCookieNames(postfix: string): RumCookieNames {
  return {
    session: `dtCookie${postfix}`,
    pageContext: `dtPC${postfix}`,
    visitor: `rxVisitor${postfix}`,
    sessionTimes: `rxvt${postfix}`,
    sourceAction: `dtSa${postfix}`,
  };
}

/** The state of a RUM session as `dtCookie` holds it. */
export interface SessionCookie {
  /** Server id as it stands: `6`, `-2D10650` (negative: made by the browser). */
  readonly server: string;
  /** Session id, 32 characters; empty where the agent could keep no cookies. */
  readonly session: string;
  /** `ol`: 0 none, 1 and 2 overload. */
  readonly overload: string | null;
  /** Applications, with 0 where capturing is switched off for one. */
  readonly applications: Readonly<Record<string, string>>;
}

/**
 * Reads `v_4_srv_<id>_sn_<session>_perc_…`, by key and not by position; `-3A` stands for `:`. `null`: no session state of
 * version 4 (agents 1.219 to 1.337).
 */
export function parseSessionCookie(value: string): SessionCookie | null {
  const parts = value.split('_');
  const pairs = new Map<string, string>();
  for (let index = 0; index + 1 < parts.length; index += 2) {
    pairs.set(parts[index] ?? '', parts[index + 1] ?? '');
  }
  const server = pairs.get('srv');
  const session = pairs.get('sn');
  if (pairs.get('v') !== '4' || server === undefined || session === undefined) return null;
  const applications = [...pairs]
    .filter(([key]) => key.startsWith('app-3A'))
    .map(([key, state]) => [key.slice('app-3A'.length), state] as const);
  return {
    server,
    session,
    overload: pairs.get('ol') ?? null,
    applications: Object.fromEntries(applications),
  };
}

/** Whether a Set-Cookie field sets (and does not empty) the RUM session cookie, under any suffix. */
export function setsSessionCookie(setCookie: string): boolean {
  return /^\s*dtCookie[A-Za-z0-9]*\s*=\s*[^\s;]/.test(setCookie);
}

/** Cookies of a `Cookie` header or of `document.cookie`; of repeated names the first, as the agent reads them. */
export function parseCookiePairs(text: string): Readonly<Record<string, string>> {
  const pairs = new Map<string, string>();
  for (const pair of text.split(';')) {
    const equals = pair.indexOf('=');
    const name = pair.slice(0, Math.max(equals, 0)).trim();
    if (name !== '' && !pairs.has(name)) pairs.set(name, pair.slice(equals + 1).trim());
  }
  return Object.fromEntries(pairs);
}
