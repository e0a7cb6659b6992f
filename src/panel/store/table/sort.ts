import { type EndpointResult, type Outcome, type Verdict } from '../../../core';
import { attention } from '../../../core';
import type { Judged } from '../judged/judged';
import type { PreflightState, Sort, SortColumn, TierState } from '../types';

export type Compare<T> = (a: T, b: T) => number;

const preflightOrder: Readonly<Record<PreflightState, number>> = { seen: 0, added: 1, none: 2 };
const tierOrder: Readonly<Record<TierState, number>> = { seen: 0, 'not-seen': 1 };
const outcomeOrder = Object.fromEntries(attention.map((outcome, order) => [outcome, order])) as Readonly<
  Record<Outcome, number>
>;

/** Order of the exchanges; equal ones stand in the order in which they began. */
export function compareExchanges({ column, direction }: Sort): Compare<Judged> {
  const sign = direction === 'ascending' ? 1 : -1;
  const compare = exchangeComparison(column);
  return (a, b) => sign * compare(a, b) || sign * byStart(a, b);
}

/** An endpoint as it is sorted: what its row shows, and its place in the order of first appearance. */
export interface SortableEndpoint {
  readonly endpoint: EndpointResult;
  readonly preflight: PreflightState;
  readonly tier: TierState;
  readonly appeared: number;
}

/** Order of the endpoints; equal ones stand in the order in which they were first seen. */
export function compareEndpoints({ column, direction }: Sort): Compare<SortableEndpoint> {
  const sign = direction === 'ascending' ? 1 : -1;
  const compare = endpointComparison(column);
  return (a, b) => sign * compare(a, b) || sign * (a.appeared - b.appeared);
}

function exchangeComparison(column: SortColumn): Compare<Judged> {
  switch (column) {
    case 'method':
      return (a, b) => byText(a.exchange.method, b.exchange.method);
    case 'url':
      return (a, b) => byText(a.exchange.url, b.exchange.url);
    case 'host':
      return (a, b) => byText(a.host, b.host);
    case 'today':
    case 'cookies':
    case 'header':
      return (a, b) => byOutcome(a.verdicts[column], b.verdicts[column]);
    case 'preflight':
      return (a, b) => preflightOrder[a.preflight] - preflightOrder[b.preflight];
    case 'tier':
      return (a, b) => tierOrder[a.tier] - tierOrder[b.tier];
    case 'status':
      return (a, b) => (a.status ?? 0) - (b.status ?? 0);
    case 'started':
    case 'count':
      return () => 0;
  }
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

function byStart(a: Judged, b: Judged): number {
  return a.exchange.startedAt - b.exchange.startedAt || byText(a.exchange.id, b.exchange.id);
}

function byOutcome(a: Verdict, b: Verdict): number {
  return outcomeOrder[a.outcome] - outcomeOrder[b.outcome];
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
