import { describe, expect, test } from 'vitest';
import { preflightCauses } from '../../../../src/core/fetch/preflight-causes';
import { checkPreflight } from '../../../../src/core/fetch/preflight-check';
import { preflightRequestHeaders } from '../../../../src/core/fetch/preflight-request';
import { redirectedRequest } from '../../../../src/core/fetch/redirected-request';
import type { CorsRequest, Engine, Header } from '../../../../src/core/fetch/types';
import { answer, PAGE, request } from './calls';

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

describe('what hops after a redirect are still asked about', () => {
  const own = `${PAGE}/`;
  const json: Header[] = [['Content-Type', 'application/json']];
  const hint: Header[] = [['DPR', 'x']];
  const put = { method: 'PUT' };
  const post = { method: 'POST', headers: json, hasBody: true };
  const upload = { method: 'POST', uploadListener: true, hasBody: true };

  test.each<[what: string, call: Partial<CorsRequest>, urls: string[], ...asked: [string, string, string]]>([
    ['PUT that became GET', put, [A, A2], '', '', 'asked-before'],
    ['PUT that became GET before it left the origin', put, [own, A], '', '', ''],
    ['a type whose body is gone', post, [own, A], '', '', 'asked-before'],
    ['the same, one redirect later', post, [own, A, A2], '', '', 'content-type asked-before'],
    ['an upload that is gone', upload, [A, A2], 'upload-listener', 'upload-listener', 'upload-listener'],
    ['a client hint', { headers: hint }, [own, A], 'dpr', '', 'dpr asked-before'],
    ['a client hint that comes home', { headers: hint }, [A, own], 'dpr', 'dpr', 'dpr asked-before'],
    [
      'a client hint that comes home to a frame',
      { headers: hint, topLevel: B },
      [A, own],
      'dpr',
      '',
      'dpr asked-before',
    ],
    ['nothing', {}, [A, A2], '', '', ''],
  ])('%s', (_, call, [first = '', ...targets], standard, chromium, firefox) => {
    for (const [engine, expected] of Object.entries({ standard, chromium, firefox })) {
      const by = engine as Engine;
      let made = request({ ...call, url: first });
      for (const target of targets) made = redirectedRequest(made, 303, target, by);
      const causes = preflightCauses(made, by).map((cause) => ('name' in cause ? cause.name : cause.kind));
      expect([engine, causes.join(' ')]).toEqual([engine, expected]);
    }
  });
});

describe('a preflight after a redirect that tainted the origin', () => {
  const tainted = (engine: Engine, target: string) =>
    redirectedRequest(request({ url: A, headers: [['x-dtc', '1']] }), 302, target, engine);
  const allows = (origin: string) =>
    answer([
      ['Access-Control-Allow-Origin', origin],
      ['Access-Control-Allow-Headers', 'x-dtc'],
    ]);

  test.each<[engine: Engine, target: string, allowed: string, ok: boolean]>([
    ['standard', B, 'null', true],
    ['standard', B, PAGE, false],
    ['chromium', B, 'null', true],
    ['chromium', B, PAGE, false],
    ['firefox', B, 'null', false],
    ['firefox', B, PAGE, true],
    // back at the document's own origin
    ['chromium', `${PAGE}/`, 'https://elsewhere.test', false],
    ['firefox', `${PAGE}/`, 'https://elsewhere.test', true],
  ])('%s to %s, which allows %s: %s', (engine, target, allowed, ok) => {
    const made = tainted(engine, target);
    expect(checkPreflight(made, allows(allowed), engine).ok).toBe(ok);
    const origin = new Map(preflightRequestHeaders(made, engine)).get('Origin');
    expect(origin).toBe(engine === 'firefox' ? PAGE : 'null');
  });
});
