import { getDomain } from 'tldts';
import { reason, seen } from '../verdict/reason';
import type { Evidence, Reason, ReasonCode } from '../verdict/reason';
import { escapeSafePattern, intendedPattern } from './escapes';
import type { NewRumConfig } from './new-rum-config';
import type { ConfigInForce } from './precedence';
import type { AgentProfile, AgentRegex } from './profile';
import type { LiveAgent } from './types';

interface Read {
  readonly inForce: ConfigInForce;
  readonly newRum: NewRumConfig | null;
  readonly live: LiveAgent | null;
}

/** What a reader of the agent strip should know of this agent, the weightiest first. */
export function profileWarnings(profile: AgentProfile, read: Read): Reason[] {
  if (profile.kind === 'appmon')
    return [reason('appmon-agent', undefined, seen('Agent file', profile.scriptUrl))];
  return [
    ...readability(profile, read),
    ...state(profile, read),
    ...capture(profile),
    ...(['chw', 'xhb', 'xb'] as const).flatMap((key) => pattern(key, regexOf(profile, key))),
    ...newRumPatterns(profile),
    ...cookies(profile),
    ...(profile.deferred
      ? [reason('agent-deferred', undefined, seen('Agent script', profile.scriptUrl))]
      : []),
  ];
}

function readability(profile: AgentProfile, { inForce, newRum }: Read): Reason[] {
  const found: Reason[] = [];
  if (profile.configSource === 'none')
    found.push(reason('config-unreadable', undefined, seen('Agent script', profile.scriptUrl)));
  for (const name of newRum?.unreadable ?? [])
    found.push(reason('config-unreadable', `${name} is no valid JSON`, seen(name, 'no valid JSON')));
  for (const key of [inForce.storageKey, newRum?.storageKey]) {
    if (key) found.push(reason('config-from-storage', undefined, seen('Local storage', key)));
  }
  return found;
}

function state(profile: AgentProfile, { live }: Read): Reason[] {
  const found: Reason[] = [];
  const { optIn, enabled } = profile;
  if (optIn.required && optIn.given !== true) {
    const saw = optIn.given === null ? 'not known' : 'not given';
    found.push(reason('opt-in-missing', undefined, { subject: 'Opt-in (coo)', saw, needed: 'given' }));
  } else if (enabled === false) {
    found.push(reason('agent-off', undefined, { subject: 'dT_.iAEPOO()', saw: 'false', needed: 'true' }));
  }
  if (live?.disabled) {
    const saw = live.disabledReason || 'true';
    found.push(reason('agent-disabled', undefined, { subject: 'dT_.disabled', saw, needed: 'false' }));
  }
  return found;
}

function capture({ kind, modules, capturesXhr, capturesFetch }: AgentProfile): Reason[] {
  if (kind === 'new-rum') return [reason('new-rum-only', undefined, seen('featureHash', modules || null))];
  const evidence = (needed: string): Evidence => ({ subject: 'featureHash', saw: modules, needed });
  if (capturesXhr === false && capturesFetch === false)
    return [reason('nothing-captured', undefined, evidence('x, 7'))];
  if (capturesXhr === false) return [reason('xhr-not-captured', undefined, evidence('x'))];
  return capturesFetch === false ? [reason('fetch-not-captured', undefined, evidence('7'))] : [];
}

function regexOf(profile: AgentProfile, key: 'chw' | 'xhb' | 'xb'): AgentRegex | null {
  if (key === 'chw') return profile.correlation;
  return key === 'xhb' ? profile.correlationExclusion : profile.actionExclusion;
}

function pattern(key: string, regex: AgentRegex | null): Reason[] {
  if (regex === null) return [];
  const found: Reason[] = [];
  if (regex.error !== null)
    found.push(reason('regex-invalid', undefined, seen(`Pattern ${key}`, regex.pattern)));
  const mangled = mangledFrom(regex);
  if (mangled !== null) {
    const text = `“${mangled.meant}” ${mangled.sure ? 'has' : 'may have'} become “${regex.pattern}”`;
    const evidence = {
      subject: `Pattern ${key}`,
      saw: regex.pattern,
      needed: escapeSafePattern(mangled.meant),
    };
    found.push(reason('regex-mangled', text, evidence));
  }
  return found;
}

/**
 * What a pattern was before the escape scheme changed it; `null`: nothing points to that. Sure where `^^` was read twice. A
 * pattern that begins with a decoded `=`, `;`, `,` or `|` has likely lost its anchor: `^example` became `=xample`.
 */
function mangledFrom({ raw, pattern: decoded }: AgentRegex): { meant: string; sure: boolean } | null {
  const meant = intendedPattern(raw);
  if (meant !== decoded) return { meant, sure: true };
  return /^\^[pesc][a-z]/i.test(raw) ? { meant: `^${intendedPattern(raw.slice(1))}`, sure: false } : null;
}

function newRumPatterns({ traceContext }: AgentProfile): Reason[] {
  const named = [
    ['traceContextInclusions', traceContext?.inclusions],
    ['traceContextExclusions', traceContext?.exclusions],
  ] as const;
  return named.flatMap(([name, regex]) =>
    regex?.error
      ? [reason('regex-invalid', undefined, { subject: name, saw: regex.pattern, needed: null })]
      : [],
  );
}

/** Problems of the cookies' domain and attributes that the configuration alone tells, whatever the page's host. */
function cookies(profile: AgentProfile): Reason[] {
  const found: Reason[] = [];
  const { cookieDomain: domain } = profile;
  const code = domain === null ? null : domainProblem(domain);
  if (code !== null) found.push(reason(code, undefined, seen('domain', domain)));
  if (profile.cookieSameSite === 'none' && !profile.cookieSecure) {
    found.push(
      reason('cookie-same-site-none-insecure', undefined, {
        subject: 'cssm, ssc',
        saw: 'n, 0',
        needed: 'n, 1',
      }),
    );
  }
  return found;
}

/** The agent accepts a public suffix without a word; a leading dot or a capital never fits a host name (recorded, 1.219 to 1.329). */
function domainProblem(domain: string): ReasonCode | null {
  if (domain.startsWith('.') || domain !== domain.toLowerCase()) return 'cookie-domain-foreign';
  const hostOnly = domain === 'localhost' || /^[\d.]+$/.test(domain) || domain.includes(':');
  if (hostOnly || getDomain(domain, { allowPrivateDomains: true }) !== null) return null;
  return 'cookie-domain-public-suffix';
}
