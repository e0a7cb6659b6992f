import type { EndpointResult } from '../../../core';
import type { Judged } from '../judged/judged';
import type { PreflightState, Row, Sort, TierState } from '../types';
import type { EndpointGroup } from './endpoint-groups';
import type { RowsOf } from './exchange-rows';
import { compareEndpoints, type SortableEndpoint } from './sort';

/**
 * One row per endpoint; open ones are followed by their exchanges. What belongs to no endpoint (the agent's own beacons, a
 * preflight that no request claimed) comes after them.
 */
export type EndpointRows = (
  groups: Iterable<EndpointGroup>,
  expanded: ReadonlySet<string>,
  sort: Sort,
) => Row[];

export interface EndpointRowsOptions {
  readonly endpointOf: (key: string) => EndpointResult | null;
  readonly judgedOf: (id: string) => Judged | undefined;
  readonly nested: RowsOf;
  readonly flat: RowsOf;
}

interface GroupedEndpoint extends SortableEndpoint {
  readonly members: readonly Judged[];
}

export function createEndpointRows({
  endpointOf,
  judgedOf,
  nested,
  flat,
}: EndpointRowsOptions): EndpointRows {
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

  return (groups, expanded, sort) => {
    const endpoints: GroupedEndpoint[] = [];
    const others: Judged[] = [];
    for (const { key, members, appeared } of groups) {
      const endpoint = key === null ? null : endpointOf(key);
      if (endpoint === null) others.push(...members);
      else endpoints.push({ endpoint, ...summarise(endpoint), appeared, members });
    }

    const rows: Row[] = [];
    for (const { endpoint, preflight, tier, members } of endpoints.sort(compareEndpoints(sort))) {
      const { key } = endpoint;
      const isExpanded = expanded.has(key);
      rows.push({ kind: 'endpoint', key, depth: 0, endpoint, expanded: isExpanded, preflight, tier });
      if (isExpanded) for (const judged of members) for (const row of nested(judged)) rows.push(row);
    }
    for (const judged of others) for (const row of flat(judged)) rows.push(row);
    return rows;
  };
}
