import { describe, expect, test } from 'vitest';
import { preflightCauses } from '../../../../src/core/fetch/preflight-causes';
import { preflightRequestHeaders } from '../../../../src/core/fetch/preflight-request';
import type { CorsRequest, Engine, Header } from '../../../../src/core/fetch/types';
import { fixture } from '../cors-fixture';
import { engines, PAGE, request } from './calls';

interface Outcome {
  expectPreflight: boolean;
  expectACRH?: string | null;
}

interface Case extends Outcome {
  id: string;
  method: string;
  headers: Header[];
  body?: string;
  uploadListener: boolean;
  sameOrigin?: boolean;
  engines?: Partial<Record<Engine, Partial<Outcome>>>;
}

describe.each(engines)('%s', (engine) => {
  test.each(fixture<Case[]>('preflight-needed'))('$id $method $headers', (given) => {
    const { method, headers, uploadListener, body, sameOrigin } = given;
    const expected: Outcome = { ...given, ...given.engines?.[engine] };
    const call = request({ method, headers, uploadListener, hasBody: body !== undefined });
    const made = sameOrigin ? { ...call, url: `${PAGE}/a` } : call;
    expect(preflightCauses(made, engine).length > 0).toBe(expected.expectPreflight);
    if (expected.expectACRH === undefined) return;
    const asked =
      new Map(preflightRequestHeaders(made, engine)).get('Access-Control-Request-Headers') ?? null;
    expect(asked).toBe(expected.expectACRH);
  });
});

const x: Header[] = [['X-DTC', '1']];

test.each<[what: string, call: Partial<CorsRequest>, standard: string, chromium: string, firefox: string]>([
  ['plain GET', {}, '', '', ''],
  ['credentials alone', { credentials: 'include' }, '', '', ''],
  ['x-dtc', { headers: x }, 'header', 'header', 'header'],
  ['x-dtc on the same origin', { headers: x, url: `${PAGE}/a` }, '', '', ''],
  ['x-dtc from an opaque origin', { headers: x, origin: 'null' }, 'header', 'header', 'header'],
  ['x-dtc with no-cors', { headers: x, mode: 'no-cors' }, '', '', ''],
  ['x-dtc with mode same-origin', { headers: x, mode: 'same-origin' }, '', '', ''],
  ['another port', { headers: x, url: 'http://web-platform.test:8001/' }, 'header', 'header', 'header'],
  ['another scheme', { headers: x, url: 'https://web-platform.test:8000/' }, 'header', 'header', 'header'],
  ['a data URL', { headers: x, url: 'data:,a' }, '', '', ''],
  ['a method', { method: 'put' }, 'method', 'method', 'method'],
  ['a safelisted method in lower case', { method: 'post' }, '', '', ''],
  ['a forbidden method', { method: 'Trace' }, '', '', ''],
  ['method and header', { method: 'DELETE', headers: x }, 'method,header', 'method,header', 'method,header'],
  ['listener, no body', { method: 'POST', uploadListener: true }, 'upload-listener', '', 'upload-listener'],
  ['listener, GET', { uploadListener: true, hasBody: true }, 'upload-listener', '', 'upload-listener'],
  [
    'listener and body',
    { method: 'POST', uploadListener: true, hasBody: true },
    'upload-listener',
    'upload-listener',
    'upload-listener',
  ],
  ['stream', { method: 'POST', hasBody: true, streamBody: true }, 'stream-body', 'stream-body', ''],
])('%s', (_what, call, ...expected) => {
  const kinds = engines.map((engine) =>
    preflightCauses(request(call), engine)
      .map(({ kind }) => kind)
      .join(),
  );
  expect(kinds).toEqual(expected);
});

test('the method asked for is the normalised one', () => {
  expect(preflightCauses(request({ method: 'delete' }))).toEqual([{ kind: 'method', method: 'DELETE' }]);
  expect(preflightCauses(request({ method: 'patch' }))).toEqual([{ kind: 'method', method: 'patch' }]);
  expect(
    preflightRequestHeaders(
      request({
        method: 'put',
        headers: [
          ['B', '1'],
          ['a', '1'],
        ],
      }),
    ),
  ).toEqual([
    ['Accept', '*/*'],
    ['Access-Control-Request-Method', 'PUT'],
    ['Access-Control-Request-Headers', 'a,b'],
    ['Origin', PAGE],
  ]);
});

test('Firefox names a header for each of its unsafe entries', () => {
  const twice = request({
    headers: [
      ['x-a', '1'],
      ['X-A', '2'],
      ['accept', '"'],
      ['accept', '1'],
    ],
  });
  const asked = engines.map((engine) =>
    new Map(preflightRequestHeaders(twice, engine)).get('Access-Control-Request-Headers'),
  );
  expect(asked).toEqual(['accept,x-a', 'accept,x-a', 'accept,x-a,x-a']);
});
