import { describe, expect, test } from 'vitest';
import { traceContextTarget } from '../../../../../src/core/pattern/pattern-target';
import type { PatternTarget } from '../../../../../src/core/pattern/pattern-target';
import { suggestPattern } from '../../../../../src/core/pattern/suggest/suggest-pattern';
import type { SuggestUrl } from '../../../../../src/core/pattern/suggest/suggestion';

const current: PatternTarget = { header: 'x-dtc', rules: ['new'] };
const old: PatternTarget = { header: 'x-dtc', rules: ['old'] };
const api = 'https://api.shop.test';
const uuid = '6f1ed002-ab5b-4a4c-9c3f-0a2f6a6b6c6d';

function suggest(include: readonly SuggestUrl[], exclude: readonly SuggestUrl[], target = current) {
  return suggestPattern({ include, exclude, target });
}

describe('suggestPattern', () => {
  test.each([
    ['a whole host', ['/v1/orders/1', '/v1/users'], [], '^https://api\\.shop\\.test/'],
    ['the shortest path', ['/v1/orders/1', '/v1/users'], ['/login'], '^https://api\\.shop\\.test/v1/'],
    ['a path to its end', ['/orders'], ['/orders/1'], '^https://api\\.shop\\.test/orders(?:[?#]|$)'],
    ['a name to its end', ['/a'], ['/ab'], '^https://api\\.shop\\.test/a(?:[/?#]|$)'],
    [
      'ids in the middle',
      ['/orders/1/items', '/orders/22/items'],
      ['/orders/1/notes'],
      '^https://api\\.shop\\.test/orders/[^/?#]+/items(?:[/?#]|$)',
    ],
    [
      'numbers beside names',
      ['/orders/1', '/orders/22'],
      ['/orders/search'],
      '^https://api\\.shop\\.test/orders/\\d+(?:[/?#]|$)',
    ],
    [
      'UUIDs beside names',
      [`/orders/${uuid}`],
      ['/orders/v2'],
      '^https://api\\.shop\\.test/orders/[\\da-f]{8}-[\\da-f-]{27}(?:[/?#]|$)',
    ],
    [
      'mixed ids beside names',
      [`/orders/${uuid}`, '/orders/7', '/orders/ORD-2024-0001'],
      ['/orders/search'],
      '^https://api\\.shop\\.test/orders/[a-z_-]*\\d[^/?#]*(?:[/?#]|$)',
    ],
    [
      'siblings with the same end',
      ['/users', '/orders'],
      ['/login'],
      '^https://api\\.shop\\.test/(?:users|orders)(?:[/?#]|$)',
    ],
    ['letter case does not count', ['/Orders/1', '/orders/2'], ['/x'], '^https://api\\.shop\\.test/Orders/'],
    [
      'a parameter',
      ['/g?op=a&x=1', '/g?x=2&op=b'],
      ['/g?op=c&x=1'],
      '^https://api\\.shop\\.test/g\\?(?:[^#]*&)?op=(?:a|b)(?:[&#]|$)',
    ],
    ['no query', ['/g'], ['/g?a'], '^https://api\\.shop\\.test/g(?:#|$)'],
    ['any query', ['/g?a', '/g?b'], ['/g'], '^https://api\\.shop\\.test/g\\?'],
    ['a query as it stands', ['/g?a'], ['/g?b'], '^https://api\\.shop\\.test/g\\?a$'],
  ])('%s', (_name, include, exclude, pattern) => {
    const found = suggest(
      include.map((path) => api + path),
      exclude.map((path) => api + path),
    );
    expect(found.pattern).toBe(pattern);
    expect(found.notSeparated).toEqual([]);
  });

  test.each<[string, readonly SuggestUrl[], readonly SuggestUrl[], PatternTarget, string]>([
    [
      'hosts with a common end',
      ['https://a.shop.test/', 'https://b.shop.test/', 'https://c.other.test/y'],
      ['https://c.other.test/z'],
      current,
      '^https://(?:(?:a|b)\\.shop\\.test/|c\\.other\\.test/y(?:[/?#]|$))',
    ],
    ['both schemes', ['http://a.test/', 'https://a.test/x'], [], current, '^https?://a\\.test/'],
    ['addresses', ['https://10.0.0.1:8080/'], [], current, '^https://10\\.0\\.0\\.1:8080/'],
    [
      'another site that names the API in its query',
      [`${api}/v1`],
      [`https://third.party/?u=${api}/v1`],
      current,
      '^https://api\\.shop\\.test/',
    ],
    [
      'an old agent, which sees what the script passed',
      [{ raw: [`${api}/v1`, '//api.shop.test/v1'], absolute: `${api}/v1` }],
      [],
      old,
      '^(?:https:)?//api\\.shop\\.test/',
    ],
    [
      'an old agent and a path',
      [{ raw: ['/pay/x'], absolute: `${api}/pay/x` }],
      [{ raw: ['/login'], absolute: `${api}/login` }],
      old,
      '^/pay/',
    ],
    [
      'a start that the escapes would change',
      [{ raw: ['pay/x'], absolute: `${api}/pay/x` }],
      [],
      old,
      '^(?:pay/)',
    ],
    [
      'no escapes in JSON',
      [{ raw: ['pay/x'], absolute: 'pay:x' }],
      [],
      traceContextTarget,
      '^pay:x(?:[/?#]|$)',
    ],
  ])('%s', (_name, include, exclude, target, pattern) => {
    expect(suggest(include, exclude, target).pattern).toBe(pattern);
  });

  test('what is in both lists is not matched, and said', () => {
    const found = suggest([`${api}/a`, `${api}/b`], [`${api}/A`]);
    expect(found.pattern).toBe('^https://api\\.shop\\.test/b(?:[/?#]|$)');
    expect(found.notSeparated.map(({ url }) => url)).toEqual([`${api}/a`]);
  });

  test.each<[string, readonly SuggestUrl[], readonly SuggestUrl[], PatternTarget, readonly string[]]>([
    ['nothing', [], [`${api}/a`], current, ['nothing-to-match']],
    ['a query that decides', [`${api}/a?x`], [`${api}/a`], current, ['separated-by-query']],
    ['ids that decide', [`${api}/a/1`], [`${api}/a/2`], current, ['separated-by-id']],
    [
      'an old agent whose page may pass a path',
      [{ raw: [`${api}/a`, '//api.shop.test/a', '/a', 'a'], absolute: `${api}/a` }],
      [],
      old,
      ['raw-url-unknown'],
    ],
    ['nothing special', [`${api}/a/1`], [`${api}/b`], current, []],
  ])('warns: %s', (_name, include, exclude, target, warnings) => {
    expect(suggest(include, exclude, target).warnings).toEqual(warnings);
  });

  test('parts stand where they say, in order', () => {
    const { pattern, parts } = suggest([`${api}/orders/1/items`], [`${api}/orders/1`]);
    for (const { text, start, end } of parts) expect(pattern.slice(start, end)).toBe(text);
    expect(parts.map(({ text }) => text)).toEqual([
      '^',
      'https:',
      'api\\.shop\\.test',
      'orders',
      '[^/?#]+',
      'items',
      '(?:[/?#]|$)',
    ]);
  });

  test('2,000 endpoints among 4,000 are separated exactly', () => {
    const urls = Array.from({ length: 4000 }, (_, i) => `${api}/s${i % 37}/r${i % 211}/n${i}/part?q=${i}`);
    const include = urls.filter((_url, index) => index % 2 === 0);
    const exclude = urls.filter((_url, index) => index % 2 === 1);
    const { pattern } = suggest(include, exclude);
    const compiled = new RegExp(pattern, 'i');
    expect(include.filter((url) => !compiled.test(url))).toEqual([]);
    expect(exclude.filter((url) => compiled.test(url))).toEqual([]);
  });

  test('survives a path of a hundred thousand slashes', () => {
    const deep = `${api}/${'/'.repeat(100_000)}`;
    const { pattern } = suggest([`${deep}a`], [`${deep}b`]);
    expect(pattern).toMatch(/a\(\?:\[\/\?#\]\|\$\)$/);
  });
});
