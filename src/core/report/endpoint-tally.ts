import type { Engine } from '../fetch/types';
import { endpointKey } from '../rollout/endpoint-key';
import { noneCounted, standingOutcome } from '../rollout/outcome-counts';
import type { RouteCounts } from '../rollout/outcome-counts';
import { estimated, roundTrips } from '../rollout/preflight-cost';
import { summed } from '../rollout/summary';
import type { RolloutSummary } from '../rollout/types';
import { routes } from '../verdict/types';
import type { Outcome, Route } from '../verdict/types';
import type { JudgedExchange } from './judged-exchange';
import { reportCall } from './report-call';
import { serverAnswer } from './server-answer';
import type { ReportEndpoint, ReportVerdicts } from './types';

/**
 * The endpoints of a report, summed up call by call. Unlike a rollout's, its calls never change: none is kept but those that
 * an endpoint may be shown by.
 */
export interface EndpointTally {
  add(call: JudgedExchange): void;
  /** In the order in which they were first seen. */
  endpoints(): ReportEndpoint[];
  summary(): RolloutSummary;
}

interface Endpoint {
  readonly key: string;
  readonly method: string;
  readonly origin: string;
  readonly path: string;
  count: number;
  readonly counts: RouteCounts;
  /** The first call that came to an outcome. */
  readonly firsts: Readonly<Record<Route, Partial<Record<Outcome, JudgedExchange>>>>;
  /** Calls that had a preflight, or would by a route. */
  readonly preflights: { observed: number; cookies: number; header: number };
}

export function createEndpointTally(
  engine: Engine,
  verdictsOf: (verdicts: JudgedExchange['verdicts']) => ReportVerdicts,
): EndpointTally {
  const endpoints = new Map<string, Endpoint>();
  const durations: { preflights: number[]; responses: number[] } = { preflights: [], responses: [] };

  function endpointFor({ exchange: { method, url } }: JudgedExchange): Endpoint {
    const { key, origin, path } = endpointKey(method, url);
    const known = endpoints.get(key);
    if (known !== undefined) return known;
    const fresh: Endpoint = {
      key,
      method,
      origin,
      path,
      count: 0,
      counts: noneCounted(),
      firsts: { today: {}, cookies: {}, header: {} },
      preflights: { observed: 0, cookies: 0, header: 0 },
    };
    endpoints.set(key, fresh);
    return fresh;
  }

  return {
    add(call) {
      const { exchange, verdicts } = call;
      const endpoint = endpointFor(call);
      const { counts, firsts, preflights } = endpoint;
      endpoint.count++;
      for (const route of routes) {
        const { outcome } = verdicts[route];
        if (counts[route][outcome]++ === 0) firsts[route][outcome] = call;
      }
      if (exchange.hops.some(({ preflight }) => preflight !== null)) preflights.observed++;
      if (verdicts.cookies.addsPreflight) preflights.cookies++;
      if (verdicts.header.addsPreflight) preflights.header++;
      const { preflight, response } = roundTrips(exchange);
      if (preflight !== null) durations.preflights.push(preflight);
      if (response !== null) durations.responses.push(response);
    },
    endpoints: () => [...endpoints.values()].map((endpoint) => reportEndpoint(endpoint, engine, verdictsOf)),
    summary: () => ({
      ...summed(
        [...endpoints.values()].map((endpoint) => ({
          counts: endpoint.counts,
          header: standing(endpoint, 'header').verdicts.header,
        })),
      ),
      addedPreflights: addedPreflights(endpoints.values()),
      preflightCost: estimated(durations.preflights, durations.responses),
    }),
  };
}

function addedPreflights(endpoints: Iterable<Endpoint>): RolloutSummary['addedPreflights'] {
  const added = { cookies: 0, header: 0 };
  for (const { preflights } of endpoints) {
    added.cookies += preflights.cookies;
    added.header += preflights.header;
  }
  return added;
}

/** The first call that comes to the outcome which stands for all of them. */
function standing({ key, counts, firsts }: Endpoint, route: Route): JudgedExchange {
  const outcome = standingOutcome(counts[route]);
  const call = outcome === undefined ? undefined : firsts[route][outcome];
  if (call === undefined) throw new Error(`endpoint without calls: ${key}`);
  return call;
}

function reportEndpoint(
  endpoint: Endpoint,
  engine: Engine,
  verdictsOf: (verdicts: JudgedExchange['verdicts']) => ReportVerdicts,
): ReportEndpoint {
  const { method, origin, path, count, preflights } = endpoint;
  const today = standing(endpoint, 'today').verdicts.today;
  const cookies = standing(endpoint, 'cookies').verdicts.cookies;
  const { exchange, verdicts } = standing(endpoint, 'header');
  const { header } = verdicts;
  return {
    method,
    origin,
    path,
    count,
    verdicts: verdictsOf({ today, cookies, header }),
    preflights,
    call: reportCall(exchange, engine, header.adds),
    server: serverAnswer(exchange, engine, header.adds),
  };
}
