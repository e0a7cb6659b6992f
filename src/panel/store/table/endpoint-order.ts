import type { EndpointResult, Verdict } from '../../../core';
import type { PreflightState, Sort, SortColumn, TierState } from '../types';
import { byText, outcomeOrder, preflightOrder, tierOrder, type Compare } from './sort-keys';

/** An endpoint as it is sorted: what its row shows, and its place in the order of first appearance. */
export interface SortableEndpoint {
  readonly endpoint: EndpointResult;
  readonly preflight: PreflightState;
  readonly tier: TierState;
  /** When its first call began, ms since the epoch. */
  readonly appeared: number;
}

/** Order of the endpoints; equal ones stand in the order in which they were first seen, those of one ms in that of their names. */
export function compareEndpoints({ column, direction }: Sort): Compare<SortableEndpoint> {
  const sign = direction === 'ascending' ? 1 : -1;
  const compare = endpointComparison(column);
  return (a, b) =>
    sign * compare(a, b) || sign * (a.appeared - b.appeared) || sign * byText(a.endpoint.key, b.endpoint.key);
}

function endpointComparison(column: SortColumn): Compare<SortableEndpoint> {
  switch (column) {
    case 'method':
      return (a, b) => byText(a.endpoint.method, b.endpoint.method);
    case 'url':
      return (a, b) => byText(a.endpoint.origin + a.endpoint.path, b.endpoint.origin + b.endpoint.path);
    case 'host':
      return (a, b) => byText(a.endpoint.origin, b.endpoint.origin);
    case 'today':
    case 'cookies':
    case 'header':
      return (a, b) => byOutcome(a.endpoint.verdicts[column], b.endpoint.verdicts[column]);
    case 'preflight':
      return (a, b) => preflightOrder[a.preflight] - preflightOrder[b.preflight];
    case 'tier':
      return (a, b) => tierOrder[a.tier] - tierOrder[b.tier];
    case 'count':
      return (a, b) => a.endpoint.count - b.endpoint.count;
    case 'started':
    case 'status':
      return () => 0;
  }
}

function byOutcome(a: Verdict, b: Verdict): number {
  return outcomeOrder[a.outcome] - outcomeOrder[b.outcome];
}
