import type { Judged } from '../judged/judged';
import type { Sort, SortColumn } from '../types';
import { byText, outcomeOrder, preflightOrder, tierOrder, type Compare } from './sort-keys';

/** The exchanges in the orders in which they are kept. */
export interface KeptOrders {
  readonly inTime: Judged[];
  inUrlOrder(): Judged[];
}

/** An order of exchanges; `arrange` gives what sorting by `compare` would, and is faster for many. */
export interface Order {
  readonly compare: Compare<Judged>;
  /** May be `inTime` itself. */
  arrange(kept: KeptOrders): Judged[];
}

/** What a column sorts by. */
type SortKey =
  | { readonly kind: 'text'; of(judged: Judged): string }
  | { readonly kind: 'number'; of(judged: Judged): number }
  | { readonly kind: 'url' | 'start' };

/** Order of the exchanges; equal ones stand in the order in which they began. */
export function exchangeOrder({ column, direction }: Sort): Order {
  const key = sortKey(column);
  const compare = comparison(key);
  return direction === 'ascending'
    ? { compare, arrange: (kept) => arranged(kept, key) }
    : { compare: (a, b) => compare(b, a), arrange: (kept) => arranged(kept, key).toReversed() };
}

function sortKey(column: SortColumn): SortKey {
  switch (column) {
    case 'method':
      return { kind: 'text', of: ({ exchange }) => exchange.method };
    case 'url':
      return { kind: 'url' };
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
    case 'url':
      return byUrl;
    case 'start':
      return byStart;
  }
}

/** Distinct keys are sorted, not the exchanges: the browser sorts bare texts and numbers without a call for each comparison. */
function arranged({ inTime, inUrlOrder }: KeptOrders, key: SortKey): Judged[] {
  switch (key.kind) {
    case 'url':
      return inUrlOrder();
    case 'text':
      return byDistinctKeys(inTime, key.of, (keys) => keys.sort());
    case 'number':
      return byDistinctKeys(inTime, key.of, (keys) => keys.sort((a, b) => a - b));
    case 'start':
      return inTime;
  }
}

/** Exchanges with one key stay in the order in which they are given. */
function byDistinctKeys<K>(
  items: readonly Judged[],
  keyOf: (judged: Judged) => K,
  sorted: (keys: K[]) => K[],
): Judged[] {
  /** Index of the first exchange with a key, and from each to the next with the same. */
  const first = new Map<K, number>();
  const last = new Uint32Array(items.length);
  const next = new Uint32Array(items.length);
  for (const [index, judged] of items.entries()) {
    const key = keyOf(judged);
    const start = first.get(key);
    if (start === undefined) first.set(key, index);
    else next[last[start] ?? start] = index;
    last[start ?? index] = index;
  }
  const result: Judged[] = [];
  for (const key of sorted([...first.keys()])) {
    // 0: none follows; the exchange at index 0 is the first with its key
    for (let index = first.get(key); index !== undefined; index = next[index] || undefined) {
      const judged = items[index];
      if (judged !== undefined) result.push(judged);
    }
  }
  return result;
}

export function byStart(a: Judged, b: Judged): number {
  return a.exchange.startedAt - b.exchange.startedAt || byText(a.exchange.id, b.exchange.id);
}

export function byUrl(a: Judged, b: Judged): number {
  return byText(a.exchange.url, b.exchange.url) || byStart(a, b);
}
