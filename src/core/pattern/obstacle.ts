import type { Finding, FindingCode } from './findings';

const invalid = 'the pattern is not a valid regular expression';
const freezes = 'the pattern could freeze the page';
const otherwise = 'the agent would read another pattern than this';

/** The gravest first. */
const obstacles: readonly (readonly [code: FindingCode, obstacle: string])[] = [
  ['invalid', invalid],
  ['inline-flags', invalid],
  ['too-slow', freezes],
  ['exponential-backtracking', freezes],
];

/** Why a pattern cannot be rolled out whatever it matches, as the end of a sentence; `null`: nothing found is that grave. */
export function patternObstacle(findings: readonly Pick<Finding, 'code' | 'severity'>[]): string | null {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return null;
  const known = obstacles.find(([code]) => errors.some((error) => error.code === code));
  return known?.[1] ?? otherwise;
}
