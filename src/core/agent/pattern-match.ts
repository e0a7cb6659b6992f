import type { ReasonCode } from '../verdict/reason';
import type { UrlForms } from './url-candidates';
import type { TaggingRules } from './version';

/** Whether a regex of the agent matches a call. */
export type PatternMatch =
  { readonly matched: boolean } | { readonly matched: 'unknown'; readonly because: ReasonCode };

const yes: PatternMatch = { matched: true };
const no: PatternMatch = { matched: false };
const tooSlow: PatternMatch = { matched: 'unknown', because: 'regex-too-slow' };
const rawUnknown: PatternMatch = { matched: 'unknown', because: 'regex-raw-url-unknown' };

/**
 * Tries a regex on a call's URL: on the text as passed, by the `new` rules on the absolute URL too (a URL that does not parse
 * has only the one form).
 */
export function patternMatch(
  test: ((text: string) => boolean | 'unknown') | null,
  forms: UrlForms,
  rules: TaggingRules,
): PatternMatch {
  if (test === null) return no;
  const { raw, absolute } = forms;
  if (raw.length > 1) return matchUnsure(test, raw, rules);
  const onRaw = test(raw[0]);
  if (onRaw === true) return yes;
  const onAbsolute = rules === 'new' && absolute !== null && absolute !== raw[0] && test(absolute);
  if (onAbsolute === true) return yes;
  return onRaw === 'unknown' || onAbsolute === 'unknown' ? tooSlow : no;
}

/** `raw` holds all that the script may have passed, the absolute URL first. */
function matchUnsure(
  test: (text: string) => boolean | 'unknown',
  raw: UrlForms['raw'],
  rules: TaggingRules,
): PatternMatch {
  const results = raw.map(test);
  if (rules === 'new' && results[0] === true) return yes;
  if (results.includes('unknown')) return tooSlow;
  if (results.every((result) => result === results[0])) return results[0] ? yes : no;
  return rawUnknown;
}
