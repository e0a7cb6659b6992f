import type { Exchange } from '../exchange/types';
import { routes } from '../verdict/types';
import type { Conclusion, Route, Verdict } from '../verdict/types';
import { endpointKey } from './endpoint-key';
import { noneCounted, standingOutcome } from './outcome-counts';
import type { RouteCounts } from './outcome-counts';
import { createPreflightCost } from './preflight-cost';
import { summed } from './summary';
import type { EndpointResult, RolloutSummary } from './types';

type Verdicts<V> = Readonly<Record<Route, V>>;

/** Endpoints and summary of the exchanges given so far; every call costs the same, however many there are. */
export interface Rollout<V extends Conclusion = Verdict> {
  /** Adds an exchange, or replaces what was said of it before. */
  set(exchange: Exchange, verdicts: Verdicts<V>): void;
  remove(id: string): void;
  clear(): void;
  /** In the order in which they were first seen. */
  endpoints(): readonly EndpointResult<V>[];
  endpoint(key: string): EndpointResult<V> | null;
  /** The endpoint's key of an exchange that was set. */
  keyOf(id: string): string | null;
  summary(): RolloutSummary;
}

interface Endpoint<V extends Conclusion> {
  readonly identity: { key: string; method: string; origin: string; path: string };
  /** By the exchange's id. */
  readonly calls: Map<string, Verdicts<V>>;
  /** How many of the calls come to which outcome. */
  readonly counts: RouteCounts;
  /** Built when asked for, dropped when a call changes. */
  result: EndpointResult<V> | null;
}

export function createRollout<V extends Conclusion = Verdict>(): Rollout<V> {
  const endpoints = new Map<string, Endpoint<V>>();
  /** By the ids of their calls. */
  const endpointOf = new Map<string, Endpoint<V>>();
  const added = { cookies: 0, header: 0 };
  const cost = createPreflightCost();

  function remove(id: string): void {
    const endpoint = endpointOf.get(id);
    const verdicts = endpoint?.calls.get(id);
    if (!endpoint || !verdicts) return;
    endpoint.calls.delete(id);
    endpoint.result = null;
    endpointOf.delete(id);
    cost.remove(id);
    for (const route of routes) endpoint.counts[route][verdicts[route].outcome]--;
    if (verdicts.cookies.addsPreflight) added.cookies--;
    if (verdicts.header.addsPreflight) added.header--;
    if (endpoint.calls.size === 0) endpoints.delete(endpoint.identity.key);
  }

  function endpointFor(exchange: Exchange): Endpoint<V> {
    const { key, origin, path } = endpointKey(exchange.method, exchange.url);
    const known = endpoints.get(key);
    if (known) return known;
    const fresh: Endpoint<V> = {
      identity: { key, method: exchange.method, origin, path },
      calls: new Map(),
      counts: noneCounted(),
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
      endpointOf.set(exchange.id, endpoint);
      cost.set(exchange);
      for (const route of routes) endpoint.counts[route][verdicts[route].outcome]++;
      if (verdicts.cookies.addsPreflight) added.cookies++;
      if (verdicts.header.addsPreflight) added.header++;
    },
    remove,
    clear() {
      endpoints.clear();
      endpointOf.clear();
      cost.clear();
      added.cookies = 0;
      added.header = 0;
    },
    endpoints: () => [...endpoints.values()].map(resultOf),
    endpoint(key) {
      const endpoint = endpoints.get(key);
      return endpoint ? resultOf(endpoint) : null;
    },
    keyOf: (id) => endpointOf.get(id)?.identity.key ?? null,
    summary: () => ({
      ...summed(
        [...endpoints.values()].map((endpoint) => ({
          counts: endpoint.counts,
          header: resultOf(endpoint).verdicts.header,
        })),
      ),
      addedPreflights: { ...added },
      preflightCost: cost.estimate(),
    }),
  };
}

function resultOf<V extends Conclusion>(endpoint: Endpoint<V>): EndpointResult<V> {
  const { identity, calls } = endpoint;
  let ids: readonly string[] | null = null;
  endpoint.result ??= {
    ...identity,
    count: calls.size,
    // an endpoint may have most of the log, few ask for its calls, and live traffic makes a result per frame
    get exchanges() {
      return (ids ??= [...calls.keys()]);
    },
    verdicts: {
      today: standingFor(endpoint, 'today'),
      cookies: standingFor(endpoint, 'cookies'),
      header: standingFor(endpoint, 'header'),
    },
  };
  return endpoint.result;
}

/** The verdict of the first call that comes to the outcome which stands for all of them. */
function standingFor<V extends Conclusion>({ identity, calls, counts }: Endpoint<V>, route: Route): V {
  const standing = standingOutcome(counts[route]);
  for (const verdicts of calls.values()) if (verdicts[route].outcome === standing) return verdicts[route];
  throw new Error(`endpoint without calls: ${identity.key}`);
}
