import {
  cookiesSent,
  originRelation,
  predictFetch,
  preflightCauses,
  preflightRequestHeaders,
  type CorsRequest,
  type CorsResponse,
  type Engine,
  type Hop,
  type ReasonCode,
} from '../../../src/core';
import { normalizeMethod } from '../../../src/core/fetch/method';
import type { OracleCase, SetCookie } from '../world/case';
import { storedCookies } from './jar';
import { walkCase, type ExpectedStep } from './walk';

/** What the core says about a case. */
export interface Expectation {
  readonly ok: boolean;
  /** Why it fails. */
  readonly reason: ReasonCode | null;
  /** Whether anything makes the browser ask before the first hop. */
  readonly asksFirst: boolean;
  readonly preflights: readonly ExpectedPreflight[];
  /** The actual requests, in order. */
  readonly requests: readonly ExpectedRequest[];
}

export interface ExpectedPreflight {
  readonly hop: number;
  readonly origin: string | null;
  readonly requestedMethod: string | null;
  /** Joined by commas; `null`: absent. */
  readonly requestedHeaders: string | null;
}

export interface ExpectedRequest {
  readonly hop: number;
  readonly method: string;
  /** Origin header; `null` where the request is not subject to CORS, and it may be absent. */
  readonly origin: string | null;
  /** Sorted names. */
  readonly cookies: readonly string[];
}

/** Every browser of the oracle lets its users' choice show: Chromium allows third-party cookies, Firefox partitions them. */
const thirdPartyCookies = { chromium: 'allowed', firefox: 'blocked' } as const;

export function expectationOf(
  oracleCase: OracleCase,
  jar: readonly SetCookie[],
  caseId: number,
  engine: Exclude<Engine, 'standard'>,
): Expectation {
  const steps = walkCase(oracleCase, caseId, engine);
  const [first] = steps;
  if (first === undefined) throw new Error('A case has at least one hop');
  const hops = steps.map(({ hop }) => hop);
  const prediction = predictFetch(first.request, hops, engine);
  return {
    ok: prediction.ok,
    reason: prediction.ok ? null : prediction.reason,
    asksFirst: preflightCauses(first.request, engine).length > 0,
    preflights: prediction.preflighted.flatMap((index) => expectedPreflight(steps, index, engine)),
    requests: steps.flatMap(({ request }, index) =>
      arrives(steps, index, engine)
        ? {
            hop: index,
            method: normalizeMethod(request.method),
            origin: isCrossOriginCors(request) ? request.origin : null,
            cookies: expectedCookies(oracleCase, jar, steps, index, engine),
          }
        : [],
    ),
  };
}

function expectedPreflight(
  steps: readonly ExpectedStep[],
  index: number,
  engine: Engine,
): readonly ExpectedPreflight[] {
  const request = steps[index]?.request;
  if (request === undefined) return [];
  const headers = new Map(preflightRequestHeaders(request, engine));
  return [
    {
      hop: index,
      origin: headers.get('Origin') ?? null,
      requestedMethod: headers.get('Access-Control-Request-Method') ?? null,
      requestedHeaders: headers.get('Access-Control-Request-Headers') ?? null,
    },
  ];
}

function isCrossOriginCors({ mode, origin, url }: CorsRequest): boolean {
  return mode === 'cors' && originRelation(origin, url) !== 'same-origin';
}

/** A request was sent if the call would succeed once its own response allowed everything. */
function arrives(steps: readonly ExpectedStep[], index: number, engine: Engine): boolean {
  const [first] = steps;
  const last = steps[index];
  if (first === undefined || last === undefined) return false;
  const before = steps.slice(0, index).map(({ hop }) => hop);
  const generous: Hop = { ...last.hop, response: allowingEverything(last.request) };
  return predictFetch(first.request, [...before, generous], engine).ok;
}

function allowingEverything(request: CorsRequest): CorsResponse {
  return {
    status: 200,
    headers: [
      ['Access-Control-Allow-Origin', request.origin],
      ['Access-Control-Allow-Credentials', 'true'],
    ],
  };
}

function expectedCookies(
  { page, call }: OracleCase,
  jar: readonly SetCookie[],
  steps: readonly ExpectedStep[],
  index: number,
  engine: Exclude<Engine, 'standard'>,
): readonly string[] {
  const urls = steps.map(({ hop }) => hop.url);
  const from = steps[0]?.request.origin ?? 'null';
  const sent = cookiesSent(
    storedCookies(jar),
    {
      url: urls[index] ?? '',
      from,
      topLevel: page.topLevel,
      credentials: call.credentials,
      redirectedVia: urls.slice(0, index),
      thirdPartyCookies: thirdPartyCookies[engine],
    },
    engine,
  );
  return sent.map(({ name }) => name).sort();
}
