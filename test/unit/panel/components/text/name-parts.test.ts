import { describe, expect, it } from 'vitest';
import { nameParts } from '../../../../../src/panel/components/text/name-parts';

describe('nameParts', () => {
  it.each([
    ['https://api.shop.test/orders/42', 'api.shop.test', '/orders', '/42'],
    ['https://api.shop.test/orders/42?full=1', 'api.shop.test', '/orders', '/42?full=1'],
    ['https://api.shop.test/cart', 'api.shop.test', '', '/cart'],
    ['https://api.shop.test/', 'api.shop.test', '', '/'],
    ['https://api.shop.test', 'api.shop.test', '', '/'],
    ['http://localhost:8080/a/b/c/', 'localhost:8080', '/a/b/c', '/'],
    ['https://api.shop.test/orders/{id}/lines', 'api.shop.test', '/orders/{id}', '/lines'],
    ['https://a.test/x?next=/y/z', 'a.test', '', '/x?next=/y/z'],
    [
      'https://a.test/files/a-name-that-is-much-longer-than-room.json',
      'a.test',
      '/files/a-name-that-is-mu',
      'ch-longer-than-room.json',
    ],
    ['not a url', '', '', 'not a url'],
    ['', '', '', ''],
    ['data:text/plain,hello', '', 'data:text', '/plain,hello'],
  ])('splits %s', (url, host, head, tail) => {
    expect(nameParts(url)).toEqual({ host, head, tail, rest: '' });
  });

  it.each([
    [`https://a.test/v2/orders?filter=${'x'.repeat(90)}`, '/v2', '/orders?filter=xxxxxxxxx', 'x'.repeat(81)],
    [
      `https://a.test/v2/files/a-name-that-is-much-longer-than-room.json?at=${'9'.repeat(40)}`,
      '/v2/files/a-name-that-is-mu',
      'ch-longer-than-room.json',
      `?at=${'9'.repeat(40)}`,
    ],
  ])('keeps the path of %s apart from its query', (url, head, tail, rest) => {
    expect(nameParts(url)).toEqual({ host: 'a.test', head, tail, rest });
  });

  it('loses no character of what it splits', () => {
    const url = `https://a.test/${'segment/'.repeat(40)}\ud800?q=${'x'.repeat(3000)}`;
    const { host, head, tail, rest } = nameParts(url);
    expect(`https://${host}${head}${tail}${rest}`).toBe(url);
  });
});
