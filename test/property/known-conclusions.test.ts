import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HookCall } from '../../src/core/exchange/hook-call';
import { withHookFacts } from '../../src/core/exchange/hook-facts';
import type { Exchange, Fact } from '../../src/core/exchange/types';
import { probeKey } from '../../src/core/probe/probe-request';
import type { ProbeResult } from '../../src/core/probe/types';
import { conclusions } from '../../src/core/verdict/judge';
import type { PageFacts } from '../../src/core/verdict/types';
import { sampleHookCall } from '../unit/core/exchange/sample-hook-call';
import {
  agentWith,
  pageFacts,
  rumCookies,
  sampleExchange,
  shop,
  xDtc,
} from '../unit/core/verdict/sample-exchange';
import type { ExchangeSpec } from '../unit/core/verdict/sample-exchange';

/** A call as flat fields; those with a prefix are headers. */
type Call = Readonly<Record<string, unknown>>;

/** Whatever a call may have in a field; the first is that of a plain one. `undefined`: it is not there. */
const hookCall = sampleHookCall({
  at: 3_000,
  url: 'https://api.shop.test/orders/1?page=1',
  agent: 'running',
});
const scripted = (name: string, value: string | null): Partial<HookCall> => ({
  agent: 'none',
  headers: [{ name, value }],
});
const hooks = [
  {},
  { url: '/orders/1' },
  { url: '//api.partner.test/orders/1' },
  { input: 'request' },
  { input: 'url' },
  { container: 'object' },
  { container: 'headers' },
  { frozen: 'headers' },
  { frozen: 'init' },
  { keepalive: true },
  { documentUrl: `${shop}/api.y` },
  { documentUrl: 'https://frame.shop.test/a' },
  { baseUrl: 'https://api.partner.test/' },
  { agent: 'starting' },
  { agent: 'none' },
  { agent: 'new-rum' },
  { credentials: 'omit' },
  { credentials: 'include' },
  { mode: 'no-cors' },
  { uploadListener: true },
  { api: 'xhr' },
  scripted('x-dtc', 'mine'),
  scripted('x-dtc', null),
  scripted('traceparent', '00-1-2-01'),
  scripted('traceparent', '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'),
  {
    agent: 'new-rum',
    headers: [
      { name: 'traceparent', value: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' },
      { name: 'tracestate', value: 'abc@dtr=1;2;3' },
    ],
  },
  { headers: [{ name: 'x-dtc', value: 'mine' }] },
  { trial: { id: 't', effect: { kind: 'header-added', headers: ['x-dtc'] } } },
] as readonly Partial<HookCall>[];

const origins = ['*', shop, undefined, 'https://other.test', `${shop}, *`];
const values: Readonly<Record<string, readonly unknown[]>> = {
  url: [
    'https://api.shop.test/orders/1?page=1',
    'https://api.shop.test/orders/2',
    'https://api.shop.test/rb/2#x',
    'http://api.shop.test/orders/2',
    'https://api.shop.test:8443/orders/1',
    'https://api.partner.test/orders/1',
    'https://api.partner.test:6000/orders/1',
    `${shop}/orders/1`,
    `${shop}/api.x?y=1`,
    'https://me@api.shop.test/orders/1',
    'https://api.shop.test?orders',
  ],
  method: ['GET', 'POST', 'PUT', 'put', 'TRACE'],
  api: ['fetch', 'xhr', 'script', 'beacon', 'worker'],
  from: [shop, 'https://frame.shop.test', 'https://other.test', 'null', 'http://app.shop.test'],
  document: [
    `${shop}/`,
    `${shop}/api.y`,
    'https://frame.shop.test/a',
    'https://other.test/',
    'http://app.shop.test/',
  ],
  top: [`${shop}/`, 'https://other.test/', 'https://www.shop.test/x'],
  credentials: [undefined, 'omit', 'same-origin', 'include'],
  mode: ['cors', undefined, 'no-cors', 'same-origin'],
  error: [undefined, 'net::ERR_FAILED', 'net::ERR_ABORTED'],
  cookiesVisible: [true, false],
  startedAt: [3_000, 1_000],
  hook: [undefined, ...hooks],
  serviceWorker: [false, true],
  passedOn: [false, true],
  uploadListener: [undefined, true, false],
  status: [200, 404, 304, 302, 0, null],
  redirectedTo: [[], [{ url: 'https://api.partner.test/there' }]],
  preflight: [false, true],
  asked: ['content-type', undefined, 'content-type,x-request-id', 'x-dtc', 'traceparent,tracestate'],
  preflightStatus: [204, 403, 302, 0],
  'request Cookie': [undefined, rumCookies[1], 'dtCookieShop=1', 'session=1'],
  'request Content-Type': [undefined, 'application/json', 'text/plain', 'text/plain; charset="utf-8"'],
  'request Accept': [undefined, 'application/json', 'a'.repeat(130), 'a"b'],
  'request X-HTTP-Method-Override': [undefined, 'PUT', 'TRACE'],
  'request DPR': [undefined, '2', 'two'],
  'request X-Request-Id': [undefined, '1', '2'],
  'request If-None-Match': [undefined, '"1"', '"2"'],
  'request x-dtc': [undefined, xDtc[1], 'sn="v_4_srv_1_sn_", pc="1$2_3h4vX-0e0"', 'mine'],
  'request x-dtpc': [undefined, '1$2_3h4vX-0e0', 'ignore'],
  'request traceparent': [undefined, '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', 'mine'],
  'request tracestate': [undefined, 'abc@dtr=1;2;3', 'other=1'],
  'response Access-Control-Allow-Origin': origins,
  'response Access-Control-Allow-Credentials': ['true', undefined, 'True'],
  'response access-control-allow-origin': [undefined, shop],
  'response Location': [undefined, '/elsewhere', 'data:,'],
  'response Date': [undefined, 'now'],
  'preflight Access-Control-Allow-Origin': origins,
  'preflight Access-Control-Allow-Credentials': ['true', undefined, 'True'],
  'preflight Access-Control-Allow-Methods': ['PUT', undefined, '*', 'P UT'],
  'preflight Access-Control-Allow-Headers': [
    'content-type',
    'content-type, x-dtc',
    '*',
    'x-request-id',
    undefined,
  ],
  'preflight access-control-allow-headers': [undefined, 'x-dtc'],
  'preflight Vary': [undefined, 'Access-Control-Request-Headers', 'Origin'],
};

const plain: Call = Object.fromEntries(Object.entries(values).map(([field, [first]]) => [field, first]));
const changes: readonly Call[] = Object.entries(values).flatMap(([field, all]) =>
  all.map((value) => ({ [field]: value })),
);
const kinds: readonly Call[] = [
  {},
  { method: 'PUT', preflight: true, 'request Content-Type': 'application/json' },
  { method: 'PUT', preflight: true, asked: undefined },
  {
    method: 'PUT',
    preflight: true,
    credentials: 'include',
    'preflight Access-Control-Allow-Origin': shop,
    'response Access-Control-Allow-Origin': shop,
  },
  { url: `${shop}/orders/1` },
  { url: `${shop}/orders/1`, 'request Cookie': rumCookies[1] },
  { credentials: 'include', 'response Access-Control-Allow-Origin': shop, 'request Cookie': rumCookies[1] },
  { credentials: 'include', 'response Access-Control-Allow-Origin': shop },
  { api: 'script' },
  { status: 302 },
  { hook: {} },
  { hook: {}, api: 'script', mode: undefined },
  { hook: { agent: 'none' }, api: 'xhr' },
];

/** A call of some kind with a few fields that are not those of its kind. */
const anyCall = fc
  .tuple(fc.constantFrom(...kinds), fc.array(fc.constantFrom(...changes), { maxLength: 2 }))
  .map(([kind, few]): Call => Object.assign({}, plain, kind, ...few) as Call);

function headersOf(call: Call, of: string): [string, string][] {
  return Object.entries(call).flatMap(([field, value]): [string, string][] =>
    field.startsWith(`${of} `) && typeof value === 'string' ? [[field.slice(of.length + 1), value]] : [],
  );
}

/** Facts as reading a log makes them: the same object for the same fact. */
const facts = new Map<string, Fact<unknown>>();
function shared<T>(fact: Fact<T>): Fact<T> {
  const key = JSON.stringify(fact);
  const known = facts.get(key) ?? fact;
  facts.set(key, known);
  return known as Fact<T>;
}

function exchangeOf(call: Call): Exchange {
  const { preflight, asked, preflightStatus: status, uploadListener, hook, ...rest } = call;
  const exchange = sampleExchange({
    ...(rest as ExchangeSpec),
    request: headersOf(call, 'request'),
    response: headersOf(call, 'response'),
    ...(preflight === true && {
      preflight: { asked, status, headers: headersOf(call, 'preflight') } as ExchangeSpec['preflight'] &
        object,
    }),
  });
  const listener =
    uploadListener === undefined
      ? exchange.uploadListener
      : ({ known: true, value: uploadListener as boolean, source: 'inferred' } as const);
  const logged: Exchange = {
    ...exchange,
    credentials: shared(exchange.credentials),
    mode: shared(exchange.mode),
    rawUrl: shared(exchange.rawUrl),
    uploadListener: shared(listener),
  };
  return hook === undefined ? logged : withHookFacts(logged, { ...hookCall, ...(hook as Partial<HookCall>) });
}

const cookie = {
  name: 'dtCookie',
  value: '1',
  domain: 'shop.test',
  hostOnly: false,
  path: '/orders/1',
  secure: false,
  httpOnly: false,
  sameSite: 'unspecified',
} as const;
/** Answers of one endpoint to the questions that calls of any kind raise. */
function probesOf(url: string): ReadonlyMap<string, ProbeResult> {
  const results = ['GET', 'POST', 'PUT'].flatMap((method) =>
    [['x-dtc'], ['content-type', 'x-dtc'], ['x-dtc', 'x-request-id']].map((headerNames): ProbeResult => {
      const request = { url, origin: shop, method, headerNames };
      const sent = { request, headers: [], startedAt: 2_000, duration: 5 };
      return { kind: 'answered', sent, response: { status: method === 'PUT' ? 403 : 204, headers: [] } };
    }),
  );
  return new Map(
    results.map((result) => [result.kind === 'answered' ? probeKey(result.sent.request) : '', result]),
  );
}

const pages: readonly Partial<PageFacts>[] = [
  {},
  { engine: 'chromium' },
  { engine: 'firefox', recordedIn: 'chromium' },
  { pattern: 'orders/2' },
  { agent: null },
  { agent: null, pattern: 'partner' },
  { agentReadyAt: 2_000 },
  { pageOrigin: shop },
  { cookies: [cookie] },
  { cookies: [{ ...cookie, path: '/' }] },
  { cookies: [{ ...cookie, path: '/', secure: true, sameSite: 'none' }], engine: 'firefox' },
  { cookies: [{ ...cookie, path: '/', hostOnly: true, domain: 'api.shop.test' }] },
  { probes: probesOf('https://api.shop.test/orders/1') },
  { probes: probesOf('https://api.partner.test/orders/1') },
  { agent: agentWith('orders/1') },
  { agent: agentWith('(?:^|x)/(?:rb|api)', { cookieDomain: 'app.shop.test' }) },
  { agent: agentWith('api', { capturesXhr: false }) },
  { agent: agentWith('api', { capturesFetch: null, capturesXhr: null }) },
  { agent: agentWith('api', { cookieSecure: true, cookieSameSite: 'none' }) },
  { agent: agentWith('api', { config: { values: { ign: 'api' }, decoded: {}, invalid: [] } }) },
  { agent: agentWith('api', { optIn: { required: true, given: null } }) },
];

describe('conclusions about the calls of a log', () => {
  it('are those about each call alone, whichever field two calls differ in', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pages), anyCall, (differences, call) => {
        const page = pageFacts(differences);
        for (const change of [{}, ...changes]) {
          const exchange = exchangeOf({ ...call, ...change });
          const alone = conclusions(exchange, { ...page });
          expect(conclusions(exchange, page), JSON.stringify(change)).toEqual(alone);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are one object where calls differ only in what does not bear on them', () => {
    const call = (n: number): Exchange =>
      exchangeOf({
        ...plain,
        url: `https://api.shop.test/orders/${n}?page=${n}`,
        'request X-Request-Id': String(n),
        'request If-None-Match': `"${n}"`,
        'response Date': String(n),
        startedAt: n,
      });
    const page = pageFacts();
    expect(conclusions(call(2), page)).toBe(conclusions(call(1), page));
  });
});
