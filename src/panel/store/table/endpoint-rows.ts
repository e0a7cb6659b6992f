import type { EndpointResult } from '../../../core';
import type { Judged } from '../judged/judged';
import type { PreflightState, Row, Sort, TierState } from '../types';
import type { RowsOf } from './exchange-rows';
import { compareEndpoints, type SortableEndpoint } from './sort';

/** What endpoint rows are made from. */
export interface EndpointSource {
  endpoint(key: string): EndpointResult | null;
  keyOf(id: string): string | null;
}

/**
 * The endpoints that have an exchange among `shown`; open ones are followed by those exchanges. What belongs to no endpoint
 * (the agent's own beacons, a preflight that no request claimed) comes after them.
 */
export type EndpointRows = (shown: readonly Judged[], expanded: ReadonlySet<string>, sort: Sort) => Row[];

export function createEndpointRows(
  source: EndpointSource,
  judgedOf: (id: string) => Judged | undefined,
  { nested, flat }: { readonly nested: RowsOf; readonly flat: RowsOf },
): EndpointRows {
  const summaries = new WeakMap<EndpointResult, { preflight: PreflightState; tier: TierState }>();

  const summarise = (endpoint: EndpointResult): { preflight: PreflightState; tier: TierState } => {
    const known = summaries.get(endpoint);
    if (known !== undefined) return known;
    const members = endpoint.exchanges.flatMap((id) => judgedOf(id) ?? []);
    const states = new Set(members.map(({ preflight }) => preflight));
    const summary = {
      preflight: states.has('seen') ? 'seen' : states.has('added') ? 'added' : 'none',
      tier: members.some(({ tier }) => tier === 'seen') ? 'seen' : 'not-seen',
    } as const;
    summaries.set(endpoint, summary);
    return summary;
  };

  return (shown, expanded, sort) => {
    const groups = new Map<string, { readonly members: Judged[]; appeared: number }>();
    const others: Judged[] = [];
    for (const judged of shown) {
      const key = source.keyOf(judged.exchange.id);
      if (key === null) {
        others.push(judged);
        continue;
      }
      const group = groups.get(key) ?? { members: [], appeared: Infinity };
      group.members.push(judged);
      group.appeared = Math.min(group.appeared, judged.exchange.startedAt);
      groups.set(key, group);
    }

    const endpoints: SortableEndpoint[] = [];
    for (const [key, { appeared }] of groups) {
      const endpoint = source.endpoint(key);
      if (endpoint !== null) endpoints.push({ endpoint, ...summarise(endpoint), appeared });
    }

    const rows: Row[] = [];
    for (const { endpoint, preflight, tier } of endpoints.sort(compareEndpoints(sort))) {
      const { key } = endpoint;
      const isExpanded = expanded.has(key);
      rows.push({ kind: 'endpoint', key, depth: 0, endpoint, expanded: isExpanded, preflight, tier });
      if (isExpanded) for (const judged of groups.get(key)?.members ?? []) rows.push(...nested(judged));
    }
    for (const judged of others) rows.push(...flat(judged));
    return rows;
  };
}
