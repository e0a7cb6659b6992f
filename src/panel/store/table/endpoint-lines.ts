import type { EndpointResult } from '../../../core';
import type { Judged } from '../judged/judged';
import type { Row, Sort } from '../types';
import type { CallsFacts } from './endpoint-facts';
import type { EndpointGroup } from './endpoint-groups';
import { compareEndpoints, type SortableEndpoint } from './endpoint-order';
import { pushLines, type Line } from './line';

type EndpointRow = Extract<Row, { kind: 'endpoint' }>;

export interface GroupedLines {
  readonly lines: readonly Line[];
  /** Exchanges above this line hang under their endpoints. */
  readonly nestedUntil: number;
}

/**
 * One line per endpoint; open ones are followed by their exchanges. A preflight that no request claimed belongs to no endpoint
 * and comes after them; the agent's own beacons are no calls of the page, and only the flat list shows them.
 */
export type EndpointLines = (
  groups: Iterable<EndpointGroup>,
  expanded: ReadonlySet<string>,
  sort: Sort,
) => GroupedLines;

export interface EndpointLinesOptions {
  readonly endpointOf: (key: string) => EndpointResult | null;
  readonly factsOf: (key: string) => CallsFacts | null;
}

interface GroupedEndpoint extends SortableEndpoint {
  readonly facts: CallsFacts;
  readonly members: readonly Judged[];
}

export function createEndpointLines({ endpointOf, factsOf }: EndpointLinesOptions): EndpointLines {
  /** Those of the last time: an endpoint of which nothing changed keeps its row. */
  let rows = new Map<string, { readonly facts: CallsFacts; readonly row: EndpointRow }>();

  const rowOf = ({ endpoint, facts }: GroupedEndpoint, expanded: boolean): EndpointRow => {
    const known = rows.get(endpoint.key);
    const isSame = known?.row.endpoint === endpoint && known.facts === facts;
    if (isSame && known.row.expanded === expanded) return known.row;
    return { kind: 'endpoint', key: endpoint.key, depth: 0, endpoint, expanded, ...facts };
  };

  return (groups, expanded, sort) => {
    const endpoints: GroupedEndpoint[] = [];
    const others: Judged[] = [];
    for (const { key, members, appeared } of groups) {
      const endpoint = key === null ? null : endpointOf(key);
      const facts = endpoint && factsOf(endpoint.key);
      if (facts) {
        const { preflight, tier } = facts;
        endpoints.push({ endpoint, facts, preflight, tier, appeared, members });
      } else for (const judged of members) others.push(judged);
    }

    const lines: Line[] = [];
    const next: typeof rows = new Map();
    for (const grouped of endpoints.sort(compareEndpoints(sort))) {
      const { key } = grouped.endpoint;
      const row = rowOf(grouped, expanded.has(key));
      next.set(key, { facts: grouped.facts, row });
      lines.push(row);
      if (row.expanded) for (const judged of grouped.members) pushLines(lines, judged);
    }
    rows = next;
    const nestedUntil = lines.length;
    for (const judged of others) if (judged.exchange.api !== 'agent-beacon') pushLines(lines, judged);
    return { lines, nestedUntil };
  };
}
