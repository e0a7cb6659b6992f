import { describe, expect, test } from 'vitest';
import { mendedByServer, mergeFixRequests, serverFixes } from '../../../../src/core/rollout/server-fixes';
import type { FixRequest, ServerKind } from '../../../../src/core/rollout/server-fixes';
import { corsPolicy } from '../../../../src/core/rollout/server-fixes/fix-request';

const request: FixRequest = {
  origin: 'https://app.shop.test',
  paths: ['/orders/{id}'],
  methods: ['PUT'],
  headers: ['content-type'],
  credentialed: true,
  allowed: [
    ['Access-Control-Allow-Headers', 'Authorization, *, bad name'],
    ['access-control-allow-methods', 'GET, *'],
  ],
};
const textOf = (server: ServerKind, from: FixRequest): string =>
  serverFixes(from).find((fix) => fix.server === server)?.text ?? '';
const servers: readonly ServerKind[] = ['nginx', 'apache', 'express', 'spring', 'iis', 'api-gateway'];

describe('corsPolicy', () => {
  test('keeps what is allowed already, adds what is needed and x-dtc', () => {
    expect(corsPolicy(request)).toMatchObject({
      methods: ['GET', 'PUT'],
      headers: ['authorization', 'content-type', 'x-dtc'],
    });
  });

  test.each([
    [['/orders'], '/orders', true],
    [['/orders/{id}'], '/orders/', false],
    [['/orders/{id}/items'], '/orders/', false],
    [['/orders', '/orders'], '/orders', true],
    [['/orders', '/order-lines'], '/', false],
    [['/v1/orders/{id}', '/v1/orders/new'], '/v1/orders/', false],
    [['/a', '/b'], '/', false],
    [['/{id}'], '/', false],
  ])('%j begin with %s', (paths, pathPrefix, wholePath) => {
    expect(corsPolicy({ ...request, paths })).toMatchObject({ pathPrefix, wholePath });
  });
});

describe.each(servers)('%s', (server) => {
  test('names the exact origin, the headers with x-dtc and the methods, and never *', () => {
    const text = textOf(server, request);
    expect(text).toContain('app');
    expect(text.replaceAll('\\', '')).toContain('https://app.shop.test');
    for (const part of ['x-dtc', 'content-type', 'authorization', 'PUT', '7200'])
      expect(text).toContain(part);
    expect(text).not.toMatch(/Allow-Origin[":= ]+\*/i);
  });

  test('allows credentials only where they are needed', () => {
    expect(textOf(server, request)).toMatch(/credentials[\s\S]*true/i);
    expect(textOf(server, { ...request, credentialed: false })).not.toMatch(/credentials"?[ =:("]+true/i);
  });

  test('a hostile path, origin, method or header name cannot leave its place', () => {
    const hostile = `/x"'\\ ;}\n${'`'}$(id)<a>--%>*/`;
    const text = textOf(server, {
      ...request,
      paths: [hostile],
      headers: ['x-ok', 'x"; evil', 'x\nevil'],
      methods: ['GET', "G'"],
      allowed: [['Access-Control-Allow-Headers', 'a";}b']],
    });
    expect(text).toContain('x-ok');
    expect(text).not.toContain('evil');
    expect(text.split('\n').length).toBe(
      textOf(server, { ...request, paths: ['/x'], headers: ['x-ok'], methods: ['GET'], allowed: [] }).split(
        '\n',
      ).length,
    );
  });
});

test.each([
  ['nginx', 'add_header Vary Origin always;'],
  ['nginx', 'return 204;'],
  ['apache', 'Header always merge Vary Origin'],
  ['apache', '[R=204,L]'],
] as const)('%s says %s', (server, part) => expect(textOf(server, request)).toContain(part));

test('no configuration for an opaque origin', () => {
  expect(serverFixes({ ...request, origin: 'null' })).toEqual([]);
  expect(serverFixes({ ...request, origin: 'https://a"b' })).toEqual([]);
});

test('a server’s rules mend CORS, not the agent or the page', () => {
  expect(
    ['acah-lacks-x-dtc', 'acao-missing', 'preflight-status', 'preflight-not-seen'].every((code) =>
      mendedByServer(code as 'acao-missing'),
    ),
  ).toBe(true);
  expect(
    ['regex-no-match', 'no-agent', 'cross-site', 'before-agent'].some((code) =>
      mendedByServer(code as 'no-agent'),
    ),
  ).toBe(false);
});

test('one configuration for several calls', () => {
  const other: FixRequest = {
    ...request,
    paths: ['/orders'],
    methods: ['GET'],
    headers: ['x-b'],
    credentialed: false,
    allowed: [],
  };
  expect(mergeFixRequests([other, request])).toMatchObject({
    paths: ['/orders', '/orders/{id}'],
    methods: ['GET', 'PUT'],
    headers: ['x-b', 'content-type'],
    credentialed: true,
  });
  expect(mergeFixRequests([])).toBeNull();
});
