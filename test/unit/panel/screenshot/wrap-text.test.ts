import { describe, expect, test } from 'vitest';
import { wrapText } from '../../../../src/panel/screenshot/wrap-text';

/** Each character takes one px. */
const measure = (text: string): number => [...text].length;

describe('wrapText', () => {
  test.each<[string, number, number, string[]]>([
    ['fits', 10, 4, ['fits']],
    ['', 10, 4, ['']],
    ['one two three', 8, 4, ['one two', 'three']],
    ['https://api.shop.test/orders/17?a=1&b=2', 22, 4, ['https://api.shop.test/', 'orders/17?a=1&b=2']],
    ['abcdefghij', 4, 4, ['abcd', 'efgh', 'ij']],
    ['日本語日本語', 4, 4, ['日本語日', '本語']],
  ])('%j within %i px', (text, width, most, lines) =>
    expect(wrapText(text, width, measure, most)).toEqual(lines),
  );

  test('leaves out the middle where there are too many lines: start and end stay', () => {
    const lines = wrapText('/start/aaaaaa/bbbbbb/cccccc/dddddd/the/end', 10, measure, 2);
    expect(lines[0]).toBe('/start/');
    expect(lines[1]).toMatch(/^….*\/end$/);
    expect(lines.every((line) => measure(line) <= 10)).toBe(true);
  });
});
