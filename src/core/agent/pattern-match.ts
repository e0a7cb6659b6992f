import type { ReasonCode } from '../verdict/reason';
import type { AgentRegex } from './profile';
import type { UrlForms } from './url-candidates';
import type { TaggingRules } from './version';

/** Whether a regex of the agent matches a call. */
export type PatternMatch =
  { readonly matched: boolean } | { readonly matched: 'unknown'; readonly because: ReasonCode };

/** Which of a URL's forms a regex is tried on: those of the classic agent's version, or the absolute one alone. */
export type FormRules = TaggingRules | 'absolute';

/** Whether the agent finds one of its regexes in a URL. */
export type UrlTest = (forms: UrlForms, rules: FormRules) => PatternMatch;

/** Decides in place of the engine, for regexes that are not trusted to end in time. Never asked about empty or invalid ones. */
export type RegexMatcher = (regex: AgentRegex, forms: UrlForms, rules: FormRules) => PatternMatch;

const yes: PatternMatch = { matched: true };
const no: PatternMatch = { matched: false };
const rawUnknown: PatternMatch = { matched: 'unknown', because: 'regex-raw-url-unknown' };

/**
 * The test of a regex, compiled once: unanchored, flag `i` unless the regex says otherwise, no state between calls. One that is
 * not set or invalid matches nothing (1.219 to 1.337).
 */
export function urlTest(regex: AgentRegex | null, matches: RegexMatcher | undefined): UrlTest {
  if (regex === null || regex.error !== null) return () => no;
  if (matches !== undefined) return (forms, rules) => matches(regex, forms, rules);
  const compiled = new RegExp(regex.pattern, regex.caseSensitive === true ? '' : 'i');
  const test = (text: string): boolean => compiled.test(text);
  return (forms, rules) => patternMatch(test, forms, rules);
}

/**
 * Tries a regex on a call's URL: on the text as passed, by the `new` rules on the absolute URL too (a URL that does not parse
 * has only the one form).
 */
export function patternMatch(
  test: (text: string) => boolean,
  forms: UrlForms,
  rules: FormRules,
): PatternMatch {
  const { raw, absolute } = forms;
  if (rules === 'absolute') return absolute !== null && test(absolute) ? yes : no;
  if (raw.length > 1) return matchUnsure(test, raw, rules);
  if (test(raw[0])) return yes;
  return rules === 'new' && absolute !== null && absolute !== raw[0] && test(absolute) ? yes : no;
}

/** `raw` holds all that the script may have passed, the absolute URL first. */
function matchUnsure(
  test: (text: string) => boolean,
  raw: UrlForms['raw'],
  rules: TaggingRules,
): PatternMatch {
  const results = raw.map(test);
  if (rules === 'new' && results[0] === true) return yes;
  if (results.every((result) => result === results[0])) return results[0] ? yes : no;
  return rawUnknown;
}
