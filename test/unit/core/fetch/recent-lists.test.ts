import { expect, test, vi } from 'vitest';
import { forRecentLists } from '../../../../src/core/fetch/recent-lists';
import type { Engine, Header } from '../../../../src/core/fetch/types';

const list = (...headers: [string, string][]): readonly Header[] => headers;

test('works a list out once, whichever object it is, and again for another engine, value, order or length', () => {
  const compute = vi.fn((headers: readonly Header[], engine: Engine) => `${engine} ${headers.join(';')}`);
  const remembered = forRecentLists(compute);
  const asked = [
    list(['a', '1'], ['b', '2']),
    list(['a', '1'], ['b', '3']),
    list(['b', '2'], ['a', '1']),
    list(['A', '1'], ['b', '2']),
    list(['a', '1']),
    list(),
  ];
  for (const engine of ['standard', 'firefox'] as const) {
    for (const headers of [...asked, ...asked].map((each) =>
      each.map(([name, value]) => [name, value] as const),
    ))
      expect(remembered(headers, engine)).toBe(`${engine} ${headers.join(';')}`);
  }
  // all lists of one engine fit at a time
  expect(compute).toHaveBeenCalledTimes(2 * asked.length);
});

test('what a caller does to its list afterwards does not matter', () => {
  const headers: Header[] = [['a', '1']];
  const remembered = forRecentLists((given) => given.length);
  expect(remembered(headers, 'standard')).toBe(1);
  headers.push(['b', '2']);
  expect(remembered(headers, 'standard')).toBe(2);
  expect(remembered([['a', '1']], 'standard')).toBe(1);
});

test('many different lists: each result is its own', () => {
  const remembered = forRecentLists((headers) => headers[0]?.[1]);
  for (let n = 0; n < 100; n++) {
    expect(remembered([['a', String(n % 30)]], 'standard')).toBe(String(n % 30));
  }
});
