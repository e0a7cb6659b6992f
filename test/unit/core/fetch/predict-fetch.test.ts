import { describe, expect, test } from 'vitest';
import { predictFetch } from '../../../../src/core/fetch/predict-fetch';
import type { CorsRequest, CorsResponse, Credentials, Header, Hop } from '../../../../src/core/fetch/types';
import { fixture } from '../cors-fixture';
import { answer, engines, request } from './calls';

interface FixtureHop {
  server: string;
  allowOrigin: string;
  allowHeaders?: string;
  allowCred?: number;
  status?: number;
  preflightStatus?: number;
}

interface Case {
  id: string;
  requestOrigin: string;
  method: string;
  headers: Header[];
  body?: string;
  credentials: Credentials;
  hops: FixtureHop[];
  expect: 'pass' | 'fail';
  observedPreflightHops: number[];
  reason: string;
}

function hopOf(hop: FixtureHop, index: number): Hop {
  const headers: Header[] = [];
  if (hop.allowOrigin !== 'none') headers.push(['Access-Control-Allow-Origin', hop.allowOrigin]);
  if (hop.allowHeaders) headers.push(['Access-Control-Allow-Headers', hop.allowHeaders]);
  if (hop.allowCred) headers.push(['Access-Control-Allow-Credentials', 'true']);
  return {
    url: `${hop.server}/${index}`,
    response: answer(headers, hop.status),
    preflight: answer(headers, hop.preflightStatus),
  };
}

describe.each(engines)('%s', (engine) => {
  test.each(fixture<Case[]>('redirect-chain'))('$id $reason', (given) => {
    const { requestOrigin: origin, method, headers, credentials } = given;
    const hops = given.hops.map(hopOf);
    const made = {
      origin,
      url: hops[0]!.url,
      method,
      headers,
      credentials,
      hasBody: given.body !== undefined,
    };
    const { ok, preflighted } = predictFetch(made, hops, engine);
    expect({ ok, preflighted }).toEqual({
      ok: given.expect === 'pass',
      preflighted: given.observedPreflightHops,
    });
  });
});

const HOME = 'https://page.test';
const A = 'https://a.test/';
const B = 'https://b.test/';
const open: Header[] = [['Access-Control-Allow-Origin', '*']];
const openPreflight = answer(
  [...open, ['Access-Control-Allow-Headers', 'x-dtc, authorization, content-type']],
  204,
);

function chain(...steps: (readonly [url: string, status: number, response?: CorsResponse])[]): Hop[] {
  return steps.map(([url, status, response]) => ({
    url,
    response: response ?? answer(open, status),
    preflight: openPreflight,
  }));
}

function call(over: Partial<CorsRequest> = {}): CorsRequest {
  return request({ origin: HOME, url: A, ...over });
}

const x: Header[] = [['x-dtc', '1']];

test.each<[what: string, made: CorsRequest, hops: Hop[], preflighted: number[]]>([
  ['x-dtc, same origin throughout', call({ headers: x }), chain([`${HOME}/`, 302], [`${HOME}/b`, 200]), []],
  ['x-dtc, leaving the origin', call({ headers: x }), chain([`${HOME}/`, 302], [A, 200]), [1]],
  [
    'x-dtc, each cross-origin hop',
    call({ headers: x }),
    chain([A, 307], [`${A}2`, 308], [B, 200]),
    [0, 1, 2],
  ],
  ['x-dtc, home again', call({ headers: x }), chain([A, 307], [`${HOME}/`, 200]), [0, 1]],
  [
    'Authorization stays behind',
    call({ headers: [['Authorization', 'a']] }),
    chain([`${HOME}/`, 307], [A, 200]),
    [],
  ],
  [
    'Authorization within an origin',
    call({ headers: [['Authorization', 'a'], ...x] }),
    [...chain([A, 307]), { url: `${A}2`, response: answer(open), preflight: openPreflight }],
    [0, 1],
  ],
  [
    'POST becomes GET and loses its content-type',
    call({ method: 'post', headers: [['Content-Type', 'application/json']], hasBody: true }),
    chain([A, 302], [B, 200]),
    [0],
  ],
  [
    'POST stays POST with 307',
    call({ method: 'POST', headers: [['Content-Type', 'application/json']], hasBody: true }),
    chain([A, 307], [B, 200]),
    [0, 1],
  ],
  ['no-cors', call({ mode: 'no-cors', headers: x }), [{ url: A, response: answer([]) }], []],
  ['a redirect without Location is the answer', call(), chain([A, 302]), []],
  ['loopback from https', call(), chain(['http://127.0.0.1:8080/', 200]), []],
  ['credentials within the origin', call(), chain([`${HOME}/`, 302], ['https://u:p@page.test/', 200]), []],
])('passes: %s', (_what, made, hops, preflighted) => {
  const engine = 'chromium';
  expect(predictFetch(made, hops, engine)).toEqual({ ok: true, preflighted });
});

const nullOnly = answer([['Access-Control-Allow-Origin', 'null']]);

test('an origin tainted by a redirect may be allowed as “null”', () => {
  expect(predictFetch(call(), chain([A, 302], [B, 200, nullOnly]))).toEqual({ ok: true, preflighted: [] });
});

test.each<[reason: string, what: string, made: CorsRequest, hops: Hop[], preflighted: number[]]>([
  ['preflight-no-answer', 'none given', call({ headers: x }), [{ url: A, response: answer(open) }], [0]],
  [
    'preflight-redirected',
    'redirect of OPTIONS',
    call({ headers: x }),
    [{ url: A, response: answer(open), preflight: answer(open, 307) }],
    [0],
  ],
  [
    'acah-lacks-x-dtc',
    'on the second hop',
    call({ headers: x }),
    [...chain([A, 307]), { url: B, response: answer(open), preflight: answer(open) }],
    [0, 1],
  ],
  ['acao-missing', 'on the redirect itself', call(), chain([A, 302, answer([], 302)], [B, 200]), []],
  [
    'origin-tainted',
    'third origin names the page',
    call(),
    chain([A, 302], [B, 200, answer([['Access-Control-Allow-Origin', HOME]])]),
    [],
  ],
  [
    'redirect-credentials-in-url',
    'leaving the origin',
    call(),
    chain([`${HOME}/`, 302], ['https://u@a.test/', 200]),
    [],
  ],
  [
    'redirect-credentials-in-url',
    'within a cross-origin server',
    call(),
    chain([A, 302], ['https://:p@a.test/', 200]),
    [],
  ],
  ['redirect-not-http', 'next hop', call(), chain([A, 302], ['data:,a', 200]), []],
  [
    'redirect-not-http',
    'Location',
    call(),
    chain([A, 302, answer([...open, ['Location', 'ftp://a.test/']], 302)]),
    [],
  ],
  ['network-error', 'target unseen', call(), chain([A, 302, answer([...open, ['Location', '/b']], 302)]), []],
  ['network-error', 'no answer', call(), chain([A, 0]), []],
  ['network-error', 'no hops', call(), [], []],
  [
    'same-origin-mode',
    'after a redirect',
    call({ mode: 'same-origin' }),
    chain([`${HOME}/`, 302], [A, 200]),
    [],
  ],
  ['mixed-content', 'at once', call(), chain(['http://a.test/', 200]), []],
  ['mixed-content', 'after a redirect', call(), chain([A, 302], ['http://a.test/', 200]), []],
  [
    'mixed-content',
    'an opaque frame of an https page',
    call({ origin: 'null', topLevel: HOME }),
    chain(['http://a.test/', 200]),
    [],
  ],
  ['bad-port', 'smtp', call(), chain(['https://a.test:25/', 200]), []],
  ['forbidden-method', 'any case', call({ method: 'trace' }), chain([A, 200]), []],
  ['no-cors-method', 'PUT', call({ method: 'PUT', mode: 'no-cors' }), chain([A, 200]), []],
  [
    'too-many-redirects',
    '21',
    call(),
    chain(...Array.from({ length: 22 }, (_, i) => [`${HOME}/${i}`, i === 21 ? 200 : 302] as const)),
    [],
  ],
])('fails with %s: %s', (reason, _what, made, hops, preflighted) => {
  expect(predictFetch(made, hops)).toMatchObject({ ok: false, reason, preflighted });
});

test('20 redirects pass', () => {
  const hops = chain(
    ...Array.from({ length: 21 }, (_, i) => [`${HOME}/${i}`, i === 20 ? 200 : 302] as const),
  );
  expect(predictFetch(call(), hops).ok).toBe(true);
});

test('a stream is not sent again, but Firefox has made it a string', () => {
  const made = call({ method: 'POST', hasBody: true, streamBody: true });
  const results = engines.map((engine) => predictFetch(made, chain([A, 307], [`${A}2`, 200]), engine));
  expect(results.map((result) => (result.ok ? 'passes' : result.reason))).toEqual([
    'redirect-stream-body',
    'redirect-stream-body',
    'passes',
  ]);
});

test.each<[api: 'fetch' | 'xhr' | undefined, mode: 'cors' | 'no-cors', home: boolean[], away: boolean[]]>([
  ['fetch', 'cors', [true, false, true], [false, false, false]],
  ['xhr', 'cors', [true, true, true], [false, false, false]],
  [undefined, 'cors', [true, true, true], [false, false, false]],
  [undefined, 'no-cors', [true, false, true], [true, false, true]],
])('user and password in a Location: %s, %s', (api, mode, home, away) => {
  const passes = (target: string) =>
    engines.map((engine) => {
      const hops = chain([`${HOME}/1`, 302], [target, 200]);
      return predictFetch(call({ api, mode, url: `${HOME}/1` }), hops, engine).ok;
    });
  expect(passes(`${HOME.replace('://', '://me:x@')}/2`)).toEqual(home);
  expect(passes(A.replace('://', '://me:x@'))).toEqual(away);
});
