import type { EndpointResult } from '../../../core';
import type { Judged } from '../judged/judged';
import type { PreflightState, Row, Sort, TierState } from '../types';
import type { EndpointGroup } from './endpoint-groups';
import type { RowsOf } from './exchange-rows';
import { compareEndpoints, type SortableEndpoint } from './endpoint-order';

/**
 * One row per endpoint; open ones are followed by their exchanges. A preflight that no request claimed belongs to no endpoint
 * and comes after them; the agent's own beacons are no calls of the page, and only the flat list shows them.
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

/** What the calls of an endpoint have in common, or which of them stands for them. */
interface CallsSummary {
  readonly preflight: PreflightState;
  readonly tier: TierState;
  readonly latest: Judged;
}

interface GroupedEndpoint extends SortableEndpoint {
  readonly latest: Judged;
  readonly members: readonly Judged[];
}

export function createEndpointRows({
  endpointOf,
  judgedOf,
  nested,
  flat,
}: EndpointRowsOptions): EndpointRows {
  const summaries = new WeakMap<EndpointResult, CallsSummary>();

  const summarise = (endpoint: EndpointResult): CallsSummary | null => {
    const known = summaries.get(endpoint);
    if (known !== undefined) return known;
    const summary = summaryOf(endpoint.exchanges, judgedOf);
    if (summary !== null) summaries.set(endpoint, summary);
    return summary;
  };

  return (groups, expanded, sort) => {
    const endpoints: GroupedEndpoint[] = [];
    const others: Judged[] = [];
    for (const { key, members, appeared } of groups) {
      const endpoint = key === null ? null : endpointOf(key);
      const summary = endpoint && summarise(endpoint);
      if (summary) endpoints.push({ endpoint, ...summary, appeared, members });
      else others.push(...members);
    }

    const rows: Row[] = [];
    for (const { endpoint, preflight, tier, latest, members } of endpoints.sort(compareEndpoints(sort))) {
      const { key } = endpoint;
      const isExpanded = expanded.has(key);
      rows.push({ kind: 'endpoint', key, depth: 0, endpoint, expanded: isExpanded, preflight, tier, latest });
      if (isExpanded) for (const judged of members) for (const row of nested(judged)) rows.push(row);
    }
    for (const judged of others) {
      if (judged.exchange.api !== 'agent-beacon') for (const row of flat(judged)) rows.push(row);
    }
    return rows;
  };
}

/** Of all calls of an endpoint, which may be most of the log, and again in each frame in which it gets new ones. */
function summaryOf(
  ids: readonly string[],
  judgedOf: (id: string) => Judged | undefined,
): CallsSummary | null {
  let latest: Judged | null = null;
  let preflight: PreflightState = 'none';
  let tier: TierState = 'not-seen';
  for (const id of ids) {
    const judged = judgedOf(id);
    if (judged === undefined) continue;
    if (latest === null || judged.exchange.startedAt >= latest.exchange.startedAt) latest = judged;
    if (judged.preflight === 'seen' || preflight === 'none') preflight = judged.preflight;
    if (judged.tier === 'seen') tier = 'seen';
  }
  return latest === null ? null : { preflight, tier, latest };
}
