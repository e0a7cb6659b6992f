import { describe, expect, it } from 'vitest';
import { patternTest } from '../../../../src/panel/store/pattern';

describe('a pattern as the agent tests it', () => {
  it.each([
    ['api', 'https://API.test/', true],
    ['^api', 'https://api.test/', false],
    ['', 'https://api.test/', false],
    ['(', 'https://api.test/(', false],
  ])('%j on %s: %s', (pattern, url, matches) => {
    expect(patternTest(pattern)(url)).toBe(matches);
  });
});
