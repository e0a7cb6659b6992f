import type { Judged } from '../judged/judged';
import type { Sort, SortColumn } from '../types';
import { byText, outcomeOrder, preflightOrder, tierOrder, type Compare } from './sort-keys';

/** An order of things; `arrange` gives what sorting by `compare` would, and is faster for many. */
export interface Order<T> {
  readonly compare: Compare<T>;
  arrange(items: readonly T[]): T[];
}

/** What a column sorts by. */
type SortKey =
  | { readonly kind: 'text'; of(judged: Judged): string }
  | { readonly kind: 'number'; of(judged: Judged): number }
  | { readonly kind: 'start' };

/** Order of the exchanges; equal ones stand in the order in which they began. */
export function exchangeOrder({ column, direction }: Sort): Order<Judged> {
  const key = sortKey(column);
  const compare = comparison(key);
  return direction === 'ascending'
    ? { compare, arrange: (items) => arranged(items, key) }
    : { compare: (a, b) => compare(b, a), arrange: (items) => arranged(items, key).reverse() };
}

function sortKey(column: SortColumn): SortKey {
  switch (column) {
    case 'method':
      return { kind: 'text', of: ({ exchange }) => exchange.method };
    case 'url':
      return { kind: 'text', of: ({ exchange }) => exchange.url };
    case 'host':
      return { kind: 'text', of: ({ host }) => host };
    case 'today':
    case 'cookies':
    case 'header':
      return { kind: 'number', of: ({ verdicts }) => outcomeOrder[verdicts[column].outcome] };
    case 'preflight':
      return { kind: 'number', of: ({ preflight }) => preflightOrder[preflight] };
    case 'tier':
      return { kind: 'number', of: ({ tier }) => tierOrder[tier] };
    case 'status':
      return { kind: 'number', of: ({ status }) => status ?? 0 };
    case 'started':
    case 'count':
      return { kind: 'start' };
  }
}

function comparison(key: SortKey): Compare<Judged> {
  switch (key.kind) {
    case 'text':
      return (a, b) => byText(key.of(a), key.of(b)) || byStart(a, b);
    case 'number':
      return (a, b) => key.of(a) - key.of(b) || byStart(a, b);
    case 'start':
      return byStart;
  }
}

/** Distinct keys are sorted, not the exchanges: the browser sorts bare texts without a call for each comparison. */
function arranged(items: readonly Judged[], key: SortKey): Judged[] {
  switch (key.kind) {
    case 'text': {
      const groups = groupBy(items, key.of);
      return inTurn([...groups.keys()].sort(), groups);
    }
    case 'number': {
      const groups = groupBy(items, key.of);
      return inTurn(
        [...groups.keys()].sort((a, b) => a - b),
        groups,
      );
    }
    case 'start':
      return items.toSorted(byStart);
  }
}

function groupBy<K>(items: readonly Judged[], keyOf: (judged: Judged) => K): Map<K, Judged[]> {
  const groups = new Map<K, Judged[]>();
  for (const judged of items) {
    const key = keyOf(judged);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [judged]);
    else group.push(judged);
  }
  return groups;
}

function inTurn<K>(keys: readonly K[], groups: ReadonlyMap<K, Judged[]>): Judged[] {
  const result: Judged[] = [];
  for (const key of keys) for (const judged of groups.get(key)?.sort(byStart) ?? []) result.push(judged);
  return result;
}

function byStart(a: Judged, b: Judged): number {
  return a.exchange.startedAt - b.exchange.startedAt || byText(a.exchange.id, b.exchange.id);
}
