import { expect, test } from 'vitest';
import { redirectedRequest } from '../../../../src/core/fetch/redirected-request';
import type { Header } from '../../../../src/core/fetch/types';
import { PAGE, request } from './calls';

const headers: Header[] = [
  ['Content-Type', 'a/b'],
  ['Content-Language', 'de'],
  ['Content-Encoding', 'br'],
  ['content-location', '/'],
  ['Authorization', 'a'],
  ['x-dtc', '1'],
];
const A = 'http://a.test/1';
const A2 = 'http://a.test/2';
const B = 'http://b.test/';

test.each<[method: string, status: number, from: string, to: string, result: [string, string, string]]>([
  ['POST', 301, A, A2, ['GET', PAGE, 'authorization,x-dtc']],
  ['post', 302, A, A2, ['GET', PAGE, 'authorization,x-dtc']],
  ['PUT', 302, A, A2, ['PUT', PAGE, 'all']],
  ['PUT', 303, A, A2, ['GET', PAGE, 'authorization,x-dtc']],
  ['HEAD', 303, A, A2, ['HEAD', PAGE, 'all']],
  ['POST', 307, A, A2, ['POST', PAGE, 'all']],
  ['POST', 308, A, A2, ['POST', PAGE, 'all']],
  ['GET', 302, A, B, ['GET', 'null', 'all but authorization']],
  ['GET', 302, A, `${PAGE}/`, ['GET', 'null', 'all but authorization']],
  ['GET', 302, `${PAGE}/`, A, ['GET', PAGE, 'all but authorization']],
  ['GET', 302, `${PAGE}/`, `${PAGE}/a`, ['GET', PAGE, 'all']],
])('%s %i from %s to %s', (method, status, from, to, [newMethod, origin, kept]) => {
  const before = headers.map(([name]) => name.toLowerCase());
  const names: Record<string, string[]> = {
    all: before,
    'all but authorization': before.filter((name) => name !== 'authorization'),
  };
  const after = redirectedRequest(request({ method, headers, url: from, hasBody: true }), status, to);
  expect([after.method, after.origin, after.url]).toEqual([newMethod, origin, to]);
  expect(after.headers.map(([name]) => name.toLowerCase())).toEqual(names[kept] ?? kept.split(','));
});

test('a tainted origin stays tainted', () => {
  const tainted = redirectedRequest(request({ url: A }), 302, B);
  expect(redirectedRequest(tainted, 302, `${PAGE}/`).origin).toBe('null');
});
