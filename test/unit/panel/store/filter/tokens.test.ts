import { describe, expect, it } from 'vitest';
import { tokenize } from '../../../../../src/panel/store/filter/tokens';

describe('words of a filter', () => {
  it.each([
    ['a  b', ['a', 'b']],
    ['-a -"b c"', ['-a', '-"b c"']],
    ['host:"a b" c', ['host:"a b"', 'c']],
    ['/a b/ c', ['/a b/', 'c']],
    ['/a\\/b/ c', ['/a\\/b/', 'c']],
    ['/a/b', ['/a/b']],
    ['"open', ['"open']],
    ['- a', ['-', 'a']],
    ['\t\n', []],
  ])('%j', (text, words) => {
    const tokens = tokenize(text);
    expect(tokens.map(({ raw }) => raw)).toEqual(words);
    for (const { start, end, raw } of tokens) expect(text.slice(start, end)).toBe(raw);
  });
});
