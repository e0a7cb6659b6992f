import { describe, expect, it } from 'vitest';
import { compilePattern } from '../../../../src/core/pattern/pattern-target';

describe('a pattern as the agent compiles it', () => {
  it.each([
    ['api', 'https://API.test/', true],
    ['^api', 'https://api.test/', false],
    ['', 'https://api.test/', false],
    ['(', 'https://api.test/(', false],
  ])('%j on %s: %s', (pattern, url, matches) => {
    expect(compilePattern(pattern)?.test(url) ?? false).toBe(matches);
  });

  it('keeps no state between calls', () => {
    const compiled = compilePattern('api');
    expect([compiled?.test('api'), compiled?.test('api')]).toEqual([true, true]);
  });
});
