import { currentAgentProfile } from '../../../../src/core/agent/current-agent';
import type { AgentProfile } from '../../../../src/core/agent/profile';
import type { Exchange, ExchangeApi, ExchangeHop, Fact } from '../../../../src/core/exchange/types';
import type { CorsResponse, Credentials, Header } from '../../../../src/core/fetch/types';
import type { PageFacts } from '../../../../src/core/verdict/types';

export const shop = 'https://app.shop.test';
export const rumCookies: Header = ['Cookie', 'dtCookie=v_4_srv_1_sn_ABC; rxVisitor=1; dtPC=1$2_3h4'];
export const xDtc: Header = [
  'x-dtc',
  'sn="v_4_srv_1_sn_ABC", pc="1$2_3h4vX-0e0", v="1", app="ea7c4b59f27d43eb", r="https://app.shop.test/"',
];

type Headers = Readonly<Record<string, string>> | readonly Header[];

export interface HopSpec {
  url?: string;
  method?: string;
  request?: Headers;
  status?: number | null;
  response?: Headers;
  preflight?: { asked?: string; status?: number; headers?: Headers; method?: string };
}

export interface ExchangeSpec extends HopSpec {
  api?: ExchangeApi;
  from?: string;
  document?: string;
  top?: string;
  credentials?: Credentials;
  mode?: 'cors' | 'no-cors' | 'same-origin';
  error?: string;
  cookiesVisible?: boolean;
  startedAt?: number;
  serviceWorker?: boolean;
  passedOn?: boolean;
  redirectedTo?: HopSpec[];
}

const list = (headers: Headers = []): readonly Header[] =>
  Array.isArray(headers) ? (headers as readonly Header[]) : Object.entries(headers as Record<string, string>);

const known = <T>(value: T | undefined): Fact<T> =>
  value === undefined
    ? { known: false, why: 'not in the log' }
    : { known: true, value, source: 'network log' };

function hopOf(spec: HopSpec, url: string, method: string, origin: string): ExchangeHop {
  const response: CorsResponse | null =
    spec.status === null ? null : { status: spec.status ?? 200, headers: list(spec.response) };
  const asked: Header[] = spec.preflight?.asked
    ? [['Access-Control-Request-Headers', spec.preflight.asked]]
    : [];
  return {
    url: spec.url ?? url,
    method: spec.method ?? method,
    requestHeaders: list(spec.request),
    response,
    startedAt: 1000,
    duration: 20,
    preflight: spec.preflight
      ? {
          url: spec.url ?? url,
          startedAt: 990,
          duration: 10,
          requestHeaders: [
            ['Origin', origin],
            ['Access-Control-Request-Method', spec.method ?? method],
            ...asked,
          ],
          response:
            spec.preflight.status === 0
              ? null
              : { status: spec.preflight.status ?? 204, headers: list(spec.preflight.headers) },
        }
      : null,
  };
}

/** An exchange for the judge's tests: a working fetch from the shop unless the spec says otherwise. */
export function sampleExchange(spec: ExchangeSpec = {}): Exchange {
  const url = spec.url ?? 'https://api.shop.test/orders';
  const method = spec.method ?? 'GET';
  const from = spec.from ?? shop;
  return {
    id: 'e1',
    api: spec.api ?? 'fetch',
    method,
    url,
    initiatorOrigin: from,
    documentUrl: spec.document ?? (from === 'null' ? null : `${from}/`),
    pageUrl: spec.top ?? `${shop}/`,
    pageref: 'page_1',
    startedAt: spec.startedAt ?? 1000,
    duration: 20,
    hops: [
      hopOf(spec, url, method, from),
      ...(spec.redirectedTo ?? []).map((hop) => hopOf(hop, url, method, from)),
    ],
    error: spec.error ?? null,
    credentials: known(spec.credentials),
    mode: known(spec.mode),
    rawUrl: known<string>(undefined),
    uploadListener: known<boolean>(undefined),
    servedByServiceWorker: spec.serviceWorker ?? false,
    ...(spec.passedOn && { passedOnByServiceWorker: true }),
    cookiesVisible: spec.cookiesVisible ?? true,
  };
}

/** A current agent with this pattern and these differences. */
export const agentWith = (pattern: string, differences: Partial<AgentProfile> = {}): AgentProfile => ({
  ...currentAgentProfile(pattern),
  configSource: 'tag',
  ...differences,
});

export const pageFacts = (facts: Partial<PageFacts> = {}): PageFacts => ({
  engine: 'standard',
  agent: agentWith('api\\.'),
  pattern: null,
  agentReadyAt: null,
  cookies: null,
  ...facts,
});
