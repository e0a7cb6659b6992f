import type { AgentVersion } from './profile';

/**
 * Reads an agent version: `10` + three digits + build time as in file names and `dT_.version` (`10337260504112723`), or a
 * label such as `1.337`. `null`: neither.
 */
export function parseAgentVersion(text: string): AgentVersion | null {
  const digits = /^10(\d{3})\d{12}$/.exec(text)?.[1] ?? /^1\.(\d{1,3})(?:\.|$)/.exec(text)?.[1];
  if (digits === undefined) return null;
  const minor = Number(digits);
  return { raw: text, label: `1.${minor}`, minor };
}

/**
 * How the agent picks calls and URLs. `old`: the URL as passed only, no `Request`, no `keepalive` (recorded up to 1.239, code of
 * 1.255). `new`: the absolute URL too, `Request` and `keepalive` tagged (recorded from 1.285 on).
 */
export type TaggingRules = 'old' | 'new';

const lastOld = 255;
const firstNew = 285;

/** The rules that this version may follow; both where that is not known. */
export function taggingRules(version: AgentVersion | null): readonly [TaggingRules, ...TaggingRules[]] {
  if (version === null) return ['old', 'new'];
  if (version.minor <= lastOld) return ['old'];
  return version.minor >= firstNew ? ['new'] : ['old', 'new'];
}

/** `xhb` came between 1.219 (which ignores it) and 1.239. */
export function knowsCorrelationExclusion(version: AgentVersion | null): boolean | 'unknown' {
  if (version === null || version.minor >= 239) return true;
  return version.minor <= 219 ? false : 'unknown';
}

/** `postfix` is ignored up to 1.285 and used from 1.315 on; in between it is taken as used. */
export function usesCookiePostfix(version: AgentVersion | null): boolean {
  return version === null || version.minor > firstNew;
}
