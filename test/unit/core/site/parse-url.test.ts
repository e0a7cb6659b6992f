import { expect, it } from 'vitest';
import { parseUrl } from '../../../../src/core';

it.each([
  ['https://api.shop.test/a?b#c', undefined, 'https://api.shop.test/a?b#c'],
  ['/a', 'https://api.shop.test/b/', 'https://api.shop.test/a'],
  ['//cdn.test', 'http://a.test', 'http://cdn.test/'],
  ['https://www.bücher.de', undefined, 'https://www.xn--bcher-kva.de/'],
  ['/a', undefined, undefined],
  ['/a', 'b', undefined],
  ['https://', undefined, undefined],
  ['', undefined, undefined],
])('%j against %j', (text, base, expected) => {
  expect(parseUrl(text, base)?.href).toBe(expected);
});

it('takes letters beyond ASCII for what they are, however often it was called', () => {
  // URL.canParse of Node.js 20 forgets them once it is optimised
  for (let n = 0; n < 20_000; n++) parseUrl(`https://${n}.test`);
  expect(parseUrl('https://www.bücher.de')?.hostname).toBe('www.xn--bcher-kva.de');
});
