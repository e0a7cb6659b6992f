import { describe, expect, it } from 'vitest';
import { isNarrowedTo, toggleNarrowing } from '../../../../../src/panel/store/filter/narrow';

describe('narrowing to one outcome', () => {
  it.each([
    ['', 'header:breaks'],
    ['cart', 'cart header:breaks'],
    ['header:breaks', ''],
    ['cart header:breaks', 'cart'],
    ['header:links', 'header:breaks'],
    ['today:links "a b"', '"a b" header:breaks'],
    ['-header:breaks', '-header:breaks header:breaks'],
  ])('%j → %j', (before, after) => {
    expect(toggleNarrowing(before, 'header', 'breaks')).toBe(after);
    expect(isNarrowedTo(after, 'header', 'breaks')).toBe(
      after.endsWith(' header:breaks') || after === 'header:breaks',
    );
  });
});
