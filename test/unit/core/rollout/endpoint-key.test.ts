import { describe, expect, test } from 'vitest';
import { endpointKey, foldIds } from '../../../../src/core/rollout/endpoint-key';

describe('foldIds', () => {
  test.each([
    ['/orders/123', '/orders/{id}'],
    ['/orders/123/items/9', '/orders/{id}/items/{id}'],
    ['/api/v1/users', '/api/v1/users'],
    [`/data/${'a'.repeat(501)}/x`, '/data/{id}/x'],
    [`/data/${'a'.repeat(500)}/x`, `/data/${'a'.repeat(500)}/x`],
    ['/a'.repeat(5_000), `${'/a'.repeat(4_000)}…`],
    ['/api/v2.1/users/42', '/api/v2.1/users/{id}'],
    ['/u/6f1ed002-ab5b-4a4c-9c3f-0a2f6a6b6c6d', '/u/{id}'],
    ['/blob/9EE4AB5C4275E79DCDA9DE68A635182E', '/blob/{id}'],
    ['/facade/deadbeefcafe', '/facade/deadbeefcafe'],
    ['/orders/ORD-2024-0001', '/orders/{id}'],
    ['/orders/2024-05-01', '/orders/{id}'],
    ['/img/12345.json', '/img/{id}.json'],
    ['/t/01ARZ3NDEKTSV4RRFFQ69G5FAV', '/t/{id}'],
    ['/very-long-readable-segment-name', '/very-long-readable-segment-name'],
    ['/', '/'],
    ['', ''],
    ['/oauth2/token', '/oauth2/token'],
    ['/hash/sha256/base64', '/hash/sha256/base64'],
    ['/orders/ORD20240001', '/orders/{id}'],
    ['/s3/bucket', '/s3/bucket'],
  ])('%s → %s', (path, folded) => {
    expect(foldIds(path)).toBe(folded);
  });
});

describe('endpointKey', () => {
  test.each([
    ['GET', 'https://api.shop.test/orders/123?x=1#y', 'GET https://api.shop.test/orders/{id}'],
    ['POST', 'https://API.shop.test:443/', 'POST https://api.shop.test/'],
    ['GET', 'not a url', 'GET not a url'],
    ['GET', 'data:text/plain,x', 'GET data:'],
    ['GET', 'blob:https://a.test/uuid', 'GET blob:'],
    ['GET', 'https://api.shop.test', 'GET https://api.shop.test/'],
    ['GET', 'https://api.shop.test?q=/12', 'GET https://api.shop.test/'],
    ['GET', 'http://api.shop.test:8080/a//b/', 'GET http://api.shop.test:8080/a//b/'],
    ['GET', 'https://api.shop.test/a/../b', 'GET https://api.shop.test/b'],
    ['GET', 'https://api.shop.test/a/%2E%2e/b', 'GET https://api.shop.test/b'],
    ['GET', 'https://api.shop.test/a/./b', 'GET https://api.shop.test/a/b'],
    ['GET', 'https://api.shop.test/.well-known/x', 'GET https://api.shop.test/.well-known/x'],
    ['GET', 'https://api.shop.test/grüße', 'GET https://api.shop.test/gr%C3%BC%C3%9Fe'],
    ['GET', 'https://api.shop.test/a b', 'GET https://api.shop.test/a%20b'],
    ['GET', 'https://api.shop.test\\a', 'GET https://api.shop.test/a'],
    ['GET', 'https://me:pw@api.shop.test/a', 'GET https://api.shop.test/a'],
    ['GET', 'https://999.999.999.999/a', 'GET https://999.999.999.999/a'],
  ])('%s %s → %s', (method, url, key) => {
    expect(endpointKey(method, url).key).toBe(key);
  });
});
