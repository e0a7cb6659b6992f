import { regexError } from './agent-regex';
import { moduleLetters } from './modules';
import { isOn } from './parse-config';
import { urlTest } from './pattern-match';
import type { RegexMatcher, UrlTest } from './pattern-match';
import type { AgentProfile, AgentRegex } from './profile';
import { knowsCorrelationExclusion, taggingRules } from './version';
import type { TaggingRules } from './version';

/** A profile with its regexes compiled and its switches read, for many calls. */
export interface PreparedAgent {
  readonly profile: AgentProfile;
  readonly rules: readonly [TaggingRules, ...TaggingRules[]];
  readonly correlation: UrlTest;
  /** `unknown`: this version may not know the key. */
  readonly exclusionKnown: boolean | 'unknown';
  readonly exclusion: UrlTest;
  readonly actionExclusion: UrlTest;
  readonly inclusions: UrlTest;
  readonly traceExclusions: UrlTest;
  /** `ign`: the agent is off on such pages. */
  readonly ignoredPage: UrlTest;
  /** W3C headers are added to XHR / fetch; `null`: not known. */
  readonly tracesXhr: boolean | null;
  readonly tracesFetch: boolean | null;
  /** `expw`: XHR is captured by a Proxy, else by a wrapper class. */
  readonly proxiesXhr: boolean;
  readonly noPageContext: boolean;
  readonly pageContextInCookie: boolean;
  readonly skipsKeepalive: boolean;
  readonly capturesOutsideActions: boolean;
  readonly comparesAllSchemes: boolean;
}

/** `matches`: answers in place of the compiled regexes, for patterns that are not trusted to end in time. */
export function prepareAgent(profile: AgentProfile, matches: RegexMatcher | undefined): PreparedAgent {
  const { config, traceContext } = profile;
  const on = (key: string): boolean => isOn(config, key);
  return {
    profile,
    rules: taggingRules(profile.version),
    correlation: urlTest(profile.correlation, matches),
    exclusionKnown: knowsCorrelationExclusion(profile.version),
    exclusion: urlTest(profile.correlationExclusion, matches),
    actionExclusion: urlTest(profile.actionExclusion, matches),
    inclusions: urlTest(traceContext?.inclusions ?? null, matches),
    traceExclusions: urlTest(traceContext?.exclusions ?? null, matches),
    ignoredPage: urlTest(ignoreRegex(config.values['ign']), matches),
    tracesXhr: traces(profile, profile.capturesXhr, moduleLetters.newRumXhr),
    tracesFetch: traces(profile, profile.capturesFetch, moduleLetters.newRumFetch),
    proxiesXhr: on('expw'),
    noPageContext: on('dpch'),
    pageContextInCookie: on('dASXH'),
    skipsKeepalive: on('dKAH'),
    capturesOutsideActions: on('cux'),
    comparesAllSchemes: on('epacod'),
  };
}

/** `ign` is compiled as it stands, without decoding and without flag `i` (recorded, 1.219 to 1.329). */
export function ignoreRegex(raw: string | undefined): AgentRegex | null {
  if (raw === undefined || raw === '') return null;
  return { raw, pattern: raw, error: regexError(raw, ''), caseSensitive: true };
}

/** Classic capture adds W3C headers too unless `etc` is off; else the New RUM Experience's own request modules do (1.337). */
function traces(profile: AgentProfile, captured: boolean | null, letter: string): boolean | null {
  if (profile.traceContext === null) return false;
  if (profile.kind === 'new-rum' || captured === null) return captured;
  return captured ? isOn(profile.config, 'etc', true) : profile.modules.includes(letter);
}
