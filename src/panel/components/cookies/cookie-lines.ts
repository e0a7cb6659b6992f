import {
  cookieRefusal,
  lastHop,
  rumCookieNames,
  type Cookie,
  type CookieRefusal,
  type Engine,
  type Exchange,
} from '../../../core';

/** A cookie of the jar as it bears on one call. */
export interface CookieLine {
  readonly cookie: Cookie;
  /** Why it would stay behind if the call were credentialed; `null`: it would go along. */
  readonly refusal: CookieRefusal | null;
  /** The jar holds another one of this name that would go along, too: servers and agents read the first. */
  readonly duplicate: boolean;
}

/** The cookies of the jar for a call, made credentialed: those that would be sent first, the session cookie before all. */
export function cookieLines(
  cookies: readonly Cookie[],
  exchange: Exchange,
  topLevel: string | null,
  engine: Engine,
): readonly CookieLine[] {
  const target = lastHop(exchange).url;
  const call = {
    url: target,
    from: exchange.initiatorOrigin,
    topLevel: exchange.pageUrl ?? topLevel ?? exchange.initiatorOrigin,
    credentials: 'include' as const,
  };
  const lines = cookies.map((cookie) => ({ cookie, refusal: cookieRefusal(cookie, call, engine) }));
  return lines
    .map((line) => ({ ...line, duplicate: line.refusal === null && hasTwin(line.cookie, lines) }))
    .sort((a, b) => rank(a) - rank(b) || (a.cookie.name < b.cookie.name ? -1 : 1));
}

function hasTwin(
  cookie: Cookie,
  lines: readonly { readonly cookie: Cookie; readonly refusal: CookieRefusal | null }[],
): boolean {
  return lines.some(
    ({ cookie: other, refusal }) => other !== cookie && refusal === null && other.name === cookie.name,
  );
}

function rank({ cookie, refusal }: Pick<CookieLine, 'cookie' | 'refusal'>): number {
  const isSession = cookie.name.startsWith(rumCookieNames('').session);
  return (refusal === null ? 0 : 2) + (isSession ? 0 : 1);
}

/** Why a cookie would stay behind, for people. */
export function refusalWords(refusal: CookieRefusal, { domain, hostOnly, path, sameSite }: Cookie): string {
  switch (refusal) {
    case 'credentials':
      return 'this call can have no cookies';
    case 'host':
      return hostOnly ? `only for ${domain} itself` : `only for ${domain} and its subdomains`;
    case 'path':
      return `only for paths under ${path}`;
    case 'secure':
      return 'Secure: only to https';
    case 'same-site':
      return sameSite === 'unspecified'
        ? 'no SameSite counts as Lax: not to another site'
        : `SameSite=${sameSiteWords[sameSite]}: not to another site`;
    case 'third-party':
      return 'this browser keeps third-party cookies back';
    case 'partition':
      return 'belongs to another top-level site';
  }
}

export const sameSiteWords: Readonly<Record<Cookie['sameSite'], string>> = {
  strict: 'Strict',
  lax: 'Lax',
  none: 'None',
  unspecified: 'not set',
};
