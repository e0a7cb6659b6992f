import { expect, it } from 'vitest';
import { foldedRange } from '../../../../../src/panel/store/pattern/folded-range';

const url = 'https://api.test/cart/42/items/7?q=cart';
const folded = 'https://api.test/cart/{id}/items/{id}';

it.each([
  ['before what is folded', 'api.test/cart', 'api.test/cart'],
  ['over it', '/cart/42/items', '/cart/{id}/items'],
  ['within it', '2/items', '{id}/items'],
  ['up to within it', 'cart/4', 'cart/{id}'],
  ['the last segment', 'items/7', 'items/{id}'],
  ['into the query', 'items/7?q', 'items/{id}'],
])('%s: %s', (_where, matched, shown) => {
  const start = url.indexOf(matched);
  const range = foldedRange(url, folded, { start, end: start + matched.length });
  expect(range && folded.slice(range.start, range.end)).toBe(shown);
});

it('says nothing of a match in what is left out', () => {
  const start = url.indexOf('?q');
  expect(foldedRange(url, folded, { start, end: url.length })).toBeNull();
});
