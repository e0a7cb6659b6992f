import { expect, test } from 'vitest';
import { visibleJson, visibleLines, visibleText } from '../../../../src/core/report/visible-text';

test.each([
  ['plain text, ümlaut, 日本, 😀', 'plain text, ümlaut, 日本, 😀'],
  ['\u001b[31mred', '<U+001B>[31mred'],
  ['a\r\nb', 'a<U+000D><U+000A>b'],
  ['\u202egnp.exe', '<U+202E>gnp.exe'],
  ['zero\u200bwidth\ufeff', 'zero<U+200B>width<U+FEFF>'],
  ['half \ud800', 'half <U+D800>'],
  ['\u009b31m', '<U+009B>31m'],
  ['tag\u{e0041}', 'tag<U+E0041>'],
  ['fillers\u3164\u115f\uffa0\u2800', 'fillers<U+3164><U+115F><U+FFA0><U+2800>'],
  ['joined\u034f\u2060', 'joined<U+034F><U+2060>'],
])('%j', (text, expected) => {
  expect(visibleText(text)).toBe(expected);
  expect(visibleText(expected)).toBe(expected);
});

test('lines and columns stay where a text may have them', () => {
  expect(visibleLines('a\n\tb\r\u202e')).toBe('a\n\tb<U+000D><U+202E>');
});

test('JSON says the same, visibly', () => {
  const value = { '\u202ename': ['\u009b31m\u{e0041}\ud800', 'line\nfeed', '日本 😀'] };
  const text = visibleJson(JSON.stringify(value, null, 1));
  expect(JSON.parse(text)).toEqual(value);
  expect(visibleLines(text)).toBe(text);
});
