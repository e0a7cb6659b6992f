import { regexError } from '../agent/agent-regex';
import { patternMatch } from '../agent/pattern-match';
import type { PatternMatch } from '../agent/pattern-match';
import type { AgentVersion } from '../agent/profile';
import type { UrlForms } from '../agent/url-candidates';
import { taggingRules } from '../agent/version';
import type { TaggingRules } from '../agent/version';

/**
 * What a pattern is written for: the classic agent's `chw` (`x-dtc`), stored with `^` escapes and tried by rules that depend
 * on the version, or the New RUM Experience's `traceContextInclusions` (`traceparent`), plain JSON tried on the absolute URL.
 */
export type PatternTarget =
  | { readonly header: 'x-dtc'; readonly rules: readonly [TaggingRules, ...TaggingRules[]] }
  | { readonly header: 'traceparent' };

/** Which of the agents' patterns is written: `chw`, or the New RUM Experience's inclusions and exclusions. */
export const patternPurposes = ['x-dtc', 'inclusions', 'exclusions'] as const;
export type PatternPurpose = (typeof patternPurposes)[number];

/** The target for a classic agent of this version; `null`: not known, then both sets of rules may hold. */
export function correlationTarget(version: AgentVersion | null): PatternTarget {
  return { header: 'x-dtc', rules: taggingRules(version) };
}

export const traceContextTarget: PatternTarget = { header: 'traceparent' };

/** Whether the target's agent finds a match in a call's URL; `unknown` where version or raw URL leave it open. */
export function targetMatch(
  test: (text: string) => boolean,
  forms: UrlForms,
  target: PatternTarget,
): PatternMatch {
  if (target.header === 'traceparent') return { matched: forms.absolute !== null && test(forms.absolute) };
  const [first, second] = target.rules;
  const one = patternMatch(test, forms, first);
  if (second === undefined) return one;
  const other = patternMatch(test, forms, second);
  if (one.matched === other.matched) return one;
  if (one.matched === 'unknown') return one;
  if (other.matched === 'unknown') return other;
  return { matched: 'unknown', because: 'regex-version-undecided' };
}

/** Compiled as the agent does (flag `i` for all but `ign`, no state between calls); `null`: empty or invalid, the feature is off. */
export function compilePattern(pattern: string, flags: 'i' | '' = 'i'): RegExp | null {
  return pattern === '' || regexError(pattern, flags) !== null ? null : new RegExp(pattern, flags);
}
