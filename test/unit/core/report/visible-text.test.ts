import { expect, test } from 'vitest';
import { visibleText } from '../../../../src/core/report/visible-text';

test.each([
  ['plain text, ümlaut, 日本, 😀', 'plain text, ümlaut, 日本, 😀'],
  ['\u001b[31mred', '<U+001B>[31mred'],
  ['a\r\nb', 'a<U+000D><U+000A>b'],
  ['\u202egnp.exe', '<U+202E>gnp.exe'],
  ['zero\u200bwidth\ufeff', 'zero<U+200B>width<U+FEFF>'],
  ['half \ud800', 'half <U+D800>'],
])('%j', (text, expected) => expect(visibleText(text)).toBe(expected));
