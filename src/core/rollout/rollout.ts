import type { Exchange } from '../exchange/types';
import type { ReasonCode } from '../verdict/reason';
import { routes } from '../verdict/types';
import type { Outcome, Route, Verdict } from '../verdict/types';
import { endpointKey } from './endpoint-key';
import type { EndpointResult, OutcomeCounts, RolloutSummary } from './types';
import type { UnknownCauses } from './unknown-causes';
import { createPreflightCost } from './preflight-cost';

type Verdicts = Readonly<Record<Route, Verdict>>;

/** Which outcome stands for an endpoint whose calls differ: the one that needs attention most. */
export const attention: readonly Outcome[] = ['breaks', 'unknown', 'unlinked', 'cannot', 'links'];

/** Endpoints and summary of the exchanges given so far; every call costs the same, however many there are. */
export interface Rollout {
  /** Adds an exchange, or replaces what was said of it before. */
  set(exchange: Exchange, verdicts: Verdicts): void;
  remove(id: string): void;
  clear(): void;
  /** In the order in which they were first seen. */
  endpoints(): readonly EndpointResult[];
  endpoint(key: string): EndpointResult | null;
  /** The endpoint's key of an exchange that was set. */
  keyOf(id: string): string | null;
  summary(): RolloutSummary;
}

interface Endpoint {
  readonly identity: { key: string; method: string; origin: string; path: string };
  readonly calls: Map<string, Verdicts>;
  /** Per route and outcome the ids of the calls that have it. */
  readonly byOutcome: Record<Route, Record<Outcome, Set<string>>>;
  /** Built when asked for, dropped when a call changes. */
  result: EndpointResult | null;
}

export function createRollout(): Rollout {
  const endpoints = new Map<string, Endpoint>();
  const keys = new Map<string, string>();
  const added = { cookies: 0, header: 0 };
  const cost = createPreflightCost();

  function remove(id: string): void {
    const key = keys.get(id);
    const endpoint = key === undefined ? undefined : endpoints.get(key);
    const verdicts = endpoint?.calls.get(id);
    if (!endpoint || !verdicts) return;
    endpoint.calls.delete(id);
    endpoint.result = null;
    keys.delete(id);
    cost.remove(id);
    for (const route of routes) endpoint.byOutcome[route][verdicts[route].outcome].delete(id);
    if (verdicts.cookies.addsPreflight) added.cookies--;
    if (verdicts.header.addsPreflight) added.header--;
    if (endpoint.calls.size === 0) endpoints.delete(endpoint.identity.key);
  }

  function endpointFor(exchange: Exchange): Endpoint {
    const { key, origin, path } = endpointKey(exchange.method, exchange.url);
    const known = endpoints.get(key);
    if (known) return known;
    const fresh: Endpoint = {
      identity: { key, method: exchange.method, origin, path },
      calls: new Map(),
      byOutcome: { today: idsByOutcome(), cookies: idsByOutcome(), header: idsByOutcome() },
      result: null,
    };
    endpoints.set(key, fresh);
    return fresh;
  }

  return {
    set(exchange, verdicts) {
      remove(exchange.id);
      const endpoint = endpointFor(exchange);
      endpoint.calls.set(exchange.id, verdicts);
      endpoint.result = null;
      keys.set(exchange.id, endpoint.identity.key);
      cost.set(exchange);
      for (const route of routes) endpoint.byOutcome[route][verdicts[route].outcome].add(exchange.id);
      if (verdicts.cookies.addsPreflight) added.cookies++;
      if (verdicts.header.addsPreflight) added.header++;
    },
    remove,
    clear() {
      endpoints.clear();
      keys.clear();
      cost.clear();
      added.cookies = 0;
      added.header = 0;
    },
    endpoints: () => [...endpoints.values()].map(resultOf),
    endpoint(key) {
      const endpoint = endpoints.get(key);
      return endpoint ? resultOf(endpoint) : null;
    },
    keyOf: (id) => keys.get(id) ?? null,
    summary: () => ({
      ...countOutcomes(endpoints.values()),
      unknownOnHeader: unknownCauses(endpoints.values()),
      addedPreflights: { ...added },
      preflightCost: cost.estimate(),
    }),
  };
}

function idsByOutcome(): Record<Outcome, Set<string>> {
  return { links: new Set(), breaks: new Set(), unlinked: new Set(), cannot: new Set(), unknown: new Set() };
}

function resultOf(endpoint: Endpoint): EndpointResult {
  endpoint.result ??= {
    ...endpoint.identity,
    count: endpoint.calls.size,
    exchanges: [...endpoint.calls.keys()],
    verdicts: {
      today: standingFor(endpoint, 'today'),
      cookies: standingFor(endpoint, 'cookies'),
      header: standingFor(endpoint, 'header'),
    },
  };
  return endpoint.result;
}

function unknownCauses(endpoints: Iterable<Endpoint>): UnknownCauses {
  const causes: Partial<Record<ReasonCode, number>> = {};
  for (const endpoint of endpoints) {
    const { outcome, reasons } = standingFor(endpoint, 'header');
    const [deciding] = reasons;
    if (outcome === 'unknown' && deciding) causes[deciding.code] = (causes[deciding.code] ?? 0) + 1;
  }
  return causes;
}

function standingFor(endpoint: Endpoint, route: Route): Verdict {
  for (const outcome of attention) {
    const [id] = endpoint.byOutcome[route][outcome];
    const verdict = id === undefined ? undefined : endpoint.calls.get(id)?.[route];
    if (verdict) return verdict;
  }
  throw new Error(`endpoint without calls: ${endpoint.identity.key}`);
}

function countOutcomes(endpoints: Iterable<Endpoint>): Record<Route, OutcomeCounts> {
  const counts = { today: zeroes(), cookies: zeroes(), header: zeroes() };
  for (const endpoint of endpoints) {
    for (const route of routes) {
      const outcome = attention.find((candidate) => endpoint.byOutcome[route][candidate].size > 0);
      if (outcome) counts[route][outcome]++;
    }
  }
  return counts;
}

function zeroes(): Record<Outcome, number> {
  return { links: 0, breaks: 0, unlinked: 0, cannot: 0, unknown: 0 };
}
