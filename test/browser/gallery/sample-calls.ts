import type { Exchange, ExchangeHop, Fact, Header } from '../../../src/core';

type Headers = Readonly<Record<string, string>>;

interface CallSpec {
  readonly method?: string;
  readonly url: string;
  readonly api?: Exchange['api'];
  readonly status?: number | null;
  readonly request?: Headers;
  readonly response?: Headers;
  readonly preflight?: { readonly status?: number; readonly asked: string; readonly response: Headers };
  readonly credentials?: 'omit' | 'same-origin' | 'include';
  readonly mode?: 'cors' | 'no-cors';
  readonly error?: string;
  readonly from?: string;
  readonly redirectTo?: string;
}

const app = 'https://app.shop.test';
const api = 'https://api.shop.test';
const partner = 'https://api.partner.test';
const rum: Headers = {
  Cookie: 'dtCookie=v_4_srv_2_sn_8B1D65E0; rxVisitor=1795390000000Q; dtPC=2$194773589_120h6v; session=b7f2',
};
const oneAgent: Headers = { 'Server-Timing': 'dtSInfo;desc="0", dtRpid;desc="-1042734876"' };
const named: Headers = { 'Access-Control-Allow-Origin': app, Vary: 'Origin' };
const credentialed: Headers = { ...named, 'Access-Control-Allow-Credentials': 'true' };
const wildcard: Headers = { 'Access-Control-Allow-Origin': '*' };

const specs: readonly CallSpec[] = [
  { url: `${app}/cart`, request: rum, response: oneAgent },
  { url: `${app}/session`, request: rum, response: oneAgent, method: 'POST', api: 'xhr' },
  { url: `${app}/flags?client=web`, credentials: 'omit' },
  ...[1042, 1043, 1044, 1045, 1046, 1047].map((id) => ({
    url: `${api}/catalogue/items/${id}?fields=price,stock`,
    response: { ...named, ...oneAgent },
    preflight: {
      asked: 'x-shop-locale',
      response: { ...named, 'Access-Control-Allow-Headers': 'x-shop-locale, x-dtc' },
    },
    request: { 'x-shop-locale': 'de-AT' },
  })),
  ...[88120, 88121, 88122].map((id) => ({
    method: 'PUT',
    url: `${api}/orders/${id}/lines`,
    request: { 'Content-Type': 'application/json', ...rum },
    credentials: 'include' as const,
    response: { ...credentialed, ...oneAgent },
    preflight: {
      asked: 'content-type',
      response: {
        ...credentialed,
        'Access-Control-Allow-Methods': 'GET, PUT',
        'Access-Control-Allow-Headers': 'content-type',
      },
    },
  })),
  {
    method: 'POST',
    url: `${api}/checkout`,
    api: 'xhr',
    request: { 'Content-Type': 'application/json' },
    response: { ...wildcard, ...oneAgent },
    preflight: { asked: 'content-type', response: { ...wildcard, 'Access-Control-Allow-Headers': '*' } },
  },
  { url: `${api}/recommendations?user=42`, response: credentialed },
  { url: `${api}/recommendations?user=42&page=2`, response: credentialed },
  { url: `${api}/stock/live`, api: 'eventsource', response: wildcard },
  { url: `${api}/prices`, status: 503, response: named },
  {
    method: 'DELETE',
    url: `${api}/cart/lines/7`,
    status: null,
    error: 'net::ERR_FAILED',
    preflight: { asked: '', status: 403, response: {} },
  },
  ...[1, 2, 3, 4].map((page) => ({
    url: `${partner}/v2/reviews?product=1042&page=${page}`,
    response: { ...wildcard, 'Cache-Control': 'max-age=60' },
    preflight: {
      asked: 'x-partner-key',
      response: { ...wildcard, 'Access-Control-Allow-Headers': 'x-partner-key' },
    },
    request: { 'x-partner-key': 'pk_live_4711' },
  })),
  { url: `${partner}/v2/reviews/summary`, response: wildcard },
  {
    method: 'POST',
    url: `${partner}/v1/quotes`,
    request: {
      'Content-Type': 'application/json',
      'x-dtc':
        'sn="v_4_srv_2_sn_8B1D65E0", pc="2$194773589_120h6v", v="1795390000000Q", app="ea7c4b59f27d43eb"',
    },
    response: { ...named, ...oneAgent },
    preflight: {
      asked: 'content-type,x-dtc',
      response: { ...named, 'Access-Control-Allow-Headers': 'content-type, x-dtc' },
    },
  },
  { url: 'https://cdn.images.test/sprites/icons.json', response: wildcard },
  {
    url: 'https://cdn.images.test/manifest/2026-11/very-long-file-name-of-a-product-image-index.json',
    response: wildcard,
  },
  { url: 'https://metrics.third.test/collect', api: 'beacon', method: 'POST', mode: 'no-cors', status: 204 },
  { url: 'https://metrics.third.test/pixel?event=view', mode: 'no-cors' },
  { url: 'https://maps.third.test/tiles/9/271/178', response: wildcard },
  { url: 'https://maps.third.test/tiles/9/271/179', response: wildcard },
  { url: 'https://maps.third.test/tiles/9/272/178', response: wildcard },
  {
    url: 'https://login.shop.test/token',
    method: 'POST',
    request: rum,
    credentials: 'include',
    response: credentialed,
  },
  { url: 'https://login.shop.test/profile', status: 302, response: named, redirectTo: `${api}/profile` },
  { url: 'https://chat.shop.test/messages', from: 'https://widget.shop.test', response: wildcard },
  { url: 'https://api.shop.test:8443/search?q=teapot', status: null, error: 'net::ERR_CONNECTION_REFUSED' },
  { url: 'http://legacy.shop.test/feed', status: null, error: 'net::ERR_BLOCKED_BY_CLIENT' },
];

/** When the sample page was opened: 2026-11-20 10:32:11, local time. */
export const sampleStart = new Date(2026, 10, 20, 10, 32, 11).getTime();

/** A visit to a small shop: calls of every outcome on every route. */
export const sampleCalls: readonly Exchange[] = specs.map(callOf);

/** The same visit over and over. */
export function manyCalls(count: number): readonly Exchange[] {
  return Array.from({ length: count }, (_, index) => {
    const call = sampleCalls[index % sampleCalls.length]!;
    return { ...call, id: `many-${index}`, startedAt: sampleStart + index * 40 };
  });
}

function callOf(spec: CallSpec, index: number): Exchange {
  const startedAt = sampleStart + 180 + index * 137;
  const origin = spec.from ?? app;
  const first = hopOf(spec, origin, startedAt);
  const hops: [ExchangeHop, ...ExchangeHop[]] =
    spec.redirectTo === undefined
      ? [first]
      : [first, hopOf({ url: spec.redirectTo, response: wildcard }, origin, startedAt + 60)];
  return {
    id: `call-${index}`,
    api: spec.api ?? 'fetch',
    method: spec.method ?? 'GET',
    url: spec.url,
    initiatorOrigin: origin,
    documentUrl: `${origin}/`,
    pageUrl: `${app}/`,
    pageref: 'page_1',
    startedAt,
    duration: 40 + ((index * 37) % 210),
    hops,
    error: spec.error ?? null,
    credentials: fact(spec.credentials),
    mode: fact(spec.mode),
    rawUrl: fact<string>(undefined),
    uploadListener: fact<boolean>(undefined),
    servedByServiceWorker: false,
    cookiesVisible: true,
  };
}

function hopOf(spec: CallSpec, origin: string, startedAt: number): ExchangeHop {
  const crossOrigin = !spec.url.startsWith(`${origin}/`);
  return {
    url: spec.url,
    method: spec.method ?? 'GET',
    requestHeaders: [
      ...(crossOrigin ? ([['Origin', origin]] satisfies Header[]) : []),
      ...headerList(spec.request),
      ['Accept', 'application/json'],
      ['User-Agent', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36'],
    ],
    response:
      spec.status === null
        ? null
        : {
            status: spec.status ?? 200,
            headers: [['Content-Type', 'application/json'], ...headerList(spec.response)],
          },
    preflight: spec.preflight
      ? {
          url: spec.url,
          startedAt: startedAt - 24,
          duration: 22,
          requestHeaders: [
            ['Origin', origin],
            ['Access-Control-Request-Method', spec.method ?? 'GET'],
            ['Access-Control-Request-Headers', spec.preflight.asked],
          ],
          response: { status: spec.preflight.status ?? 204, headers: headerList(spec.preflight.response) },
        }
      : null,
    startedAt,
    duration: 38,
  };
}

function headerList(headers: Headers = {}): readonly Header[] {
  return Object.entries(headers);
}

function fact<T>(value: T | undefined): Fact<T> {
  return value === undefined
    ? { known: false, why: 'the network log does not tell; the page hook would' }
    : { known: true, value, source: 'network log' };
}
