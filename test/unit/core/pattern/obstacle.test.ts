import { expect, test } from 'vitest';
import { findingTexts, type FindingCode } from '../../../../src/core/pattern/findings';
import { patternObstacle } from '../../../../src/core/pattern/obstacle';

const found = (...codes: readonly FindingCode[]) =>
  codes.map((code) => ({ code, severity: findingTexts[code].severity }));

test.each<[readonly FindingCode[], string | null]>([
  [[], null],
  [['over-broad', 'matches-third-party', 'backtracking-undecided'], null],
  [['invalid'], 'the pattern is not a valid regular expression'],
  [['inline-flags'], 'the pattern is not a valid regular expression'],
  [['unescaped-dot', 'exponential-backtracking'], 'the pattern could freeze the page'],
  [['too-slow', 'invalid'], 'the pattern is not a valid regular expression'],
  [['mangled-start'], 'the agent would read another pattern than this'],
])('%j → %s', (codes, obstacle) => {
  expect(patternObstacle(found(...codes))).toBe(obstacle);
});
