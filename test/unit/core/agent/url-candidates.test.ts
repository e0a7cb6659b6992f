import { expect, it } from 'vitest';
import { absoluteUrl, originOf, urlForms } from '../../../../src/core/agent/url-candidates';

const page = 'http://app.shop.test:18080/p/x';

it.each([
  ['/ok', 'http://app.shop.test:18080/ok'],
  ['https://api.shop.example/v1?a=%2F', 'https://api.shop.example/v1?a=%2F'],
  ['https://api.shop.example:443/v1', 'https://api.shop.example/v1'],
  ['https://api.shop.example:8443/v1', 'https://api.shop.example:8443/v1'],
  ['https://api.shop.example:99999/v1', null],
  ['https://api.shop.example/a/../b', 'https://api.shop.example/b'],
  ['https://api.shop.example/a/%2e%2e/b', 'https://api.shop.example/b'],
  ['https://api.shop.example/a/.%2e/b', 'https://api.shop.example/b'],
  ['https://api.shop.example/a/b/..', 'https://api.shop.example/a/'],
  ['https://api.shop.example', 'https://api.shop.example/'],
  ['https://0x7f.1/a', 'https://127.0.0.1/a'],
  ['http://[bad', null],
])('%s', (url, absolute) => {
  expect(absoluteUrl(url, page)).toBe(absolute);
});

it('resolves an absolute URL even where the base is none', () => {
  expect(absoluteUrl('https://api.shop.example:443/', '')).toBe('https://api.shop.example/');
});

it.each([
  ['https://api.shop.example:8443/x?y#z', 'https://api.shop.example:8443'],
  ['https://u:p@api.shop.example/x', 'https://api.shop.example'],
  ['data:,x', 'null'],
])('origin of %s', (url, origin) => {
  expect(originOf(url)).toBe(origin);
});

it.each([
  [{ url: '/ok' }, ['/ok'], 'http://app.shop.test:18080/ok'],
  [
    { url: '/ok', input: 'request' as const },
    ['http://app.shop.test:18080/ok'],
    'http://app.shop.test:18080/ok',
  ],
  [{ url: '/ok', base: 'https://other.example/' }, ['/ok'], 'https://other.example/ok'],
  [
    { url: 'http://app.shop.test:18080/ok', urlIsRaw: false },
    ['http://app.shop.test:18080/ok', '//app.shop.test:18080/ok', '/ok', 'ok'],
    'http://app.shop.test:18080/ok',
  ],
  [
    { url: 'http://api.shop.test:18080/ok', urlIsRaw: false },
    ['http://api.shop.test:18080/ok', '//api.shop.test:18080/ok'],
    'http://api.shop.test:18080/ok',
  ],
])('forms of %o', (call, raw, absolute) => {
  expect(urlForms({ api: 'fetch', page, ...call })).toEqual({ raw, absolute });
});
