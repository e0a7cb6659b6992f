import { describe, expect, it } from 'vitest';
import { completeWord, wordAt } from '../../../../../src/panel/components/toolbar/word-at-caret';

describe('wordAt', () => {
  it.each([
    ['', 0, 0, 0],
    ['out', 3, 0, 3],
    ['out', 1, 0, 3],
    ['a out b', 4, 2, 5],
    ['a  b', 2, 2, 2],
  ])('of “%s” at %d is %d to %d', (text, caret, start, end) => {
    expect(wordAt(text, caret)).toEqual({ start, end });
  });
});

describe('completeWord', () => {
  it.each([
    ['out', 3, 'outcome:', 'outcome:', 8],
    ['outcome:br', 10, 'outcome:breaks', 'outcome:breaks ', 15],
    ['a out b', 5, 'outcome:', 'a outcome: b', 10],
    ['a is:pre b', 8, 'is:preflight', 'a is:preflight b', 14],
    ['-ho', 3, '-host:', '-host:', 6],
  ])('of “%s” at %d by %s', (text, caret, word, completed, newCaret) => {
    expect(completeWord(text, caret, word)).toEqual({ text: completed, caret: newCaret });
  });
});
