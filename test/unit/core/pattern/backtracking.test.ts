import { describe, expect, test } from 'vitest';
import { lintBacktracking } from '../../../../src/core/pattern/backtracking';

describe('lintBacktracking', () => {
  test.each([
    ['(a+)+$', 'exponential-backtracking', '(a+)+'],
    ['x(?:(?:a+)+)+b', 'exponential-backtracking', '(?:(?:a+)+)+'],
    ['(a|a)*$', 'exponential-backtracking', '(a|a)*'],
    ['^(?:x\\d+\\d+y)*z', 'exponential-backtracking', '(?:x\\d+\\d+y)*'],
    ['id-\\d+\\d+z', 'polynomial-backtracking', '\\d+\\d+'],
    ['.*.*x', 'polynomial-backtracking', '.*.*'],
    ['(?:a|ab)*\\d+\\d+x', 'polynomial-backtracking', '\\d+\\d+'],
  ])('%s: %s', (pattern, code, marked) => {
    const found = lintBacktracking(pattern, { timeoutMs: 1000 });
    expect(found.map((each) => [each.code, pattern.slice(each.start, each.end)])).toEqual([[code, marked]]);
  });

  test.each(['', '[', 'a.*b', '^https://api\\.example\\.com/', '(?:[^/]+/)+x', '(?:a|ab)*c', '(?<=a)b'])(
    '%s: nothing',
    (pattern) => {
      expect(lintBacktracking(pattern, { timeoutMs: 1000 })).toEqual([]);
    },
  );
});
