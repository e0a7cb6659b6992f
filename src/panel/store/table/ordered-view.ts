import type { Predicate } from '../filter/match';
import type { Judged } from '../judged/judged';
import type { JudgedChange } from '../judged/judgements';
import type { Order } from './exchange-order';
import { merged } from './merge';
import type { Compare } from './sort-keys';

/** What a change did to `shown`. */
export interface ViewChange {
  /** In order. */
  readonly entered: readonly Judged[];
  /** Nothing went, and what entered stands at the end. */
  readonly isAppend: boolean;
}

/**
 * The judged exchanges in the table's order, all and those that pass the filter. A change costs sorting what came, finding
 * its places, and one pass that compares nothing; a new filter costs one pass; only a new order sorts everything.
 */
export interface OrderedView {
  readonly all: readonly Judged[];
  readonly shown: readonly Judged[];
  setOrder(order: Order<Judged>): void;
  setFilter(passes: Predicate): void;
  apply(change: JudgedChange): ViewChange;
  clear(): void;
}

export function createOrderedView(initialOrder: Order<Judged>, initialFilter: Predicate): OrderedView {
  let { compare } = initialOrder;
  let passes = initialFilter;
  let all: Judged[] = [];
  let shown: Judged[] = [];

  return {
    get all() {
      return all;
    },
    get shown() {
      return shown;
    },
    setOrder: (order) => {
      ({ compare } = order);
      all = order.arrange(all);
      shown = all.filter(passes);
    },
    setFilter: (next) => {
      passes = next;
      shown = all.filter(passes);
    },
    apply: ({ gone, fresh }) => {
      const sorted = fresh.toSorted(compare);
      const passing = sorted.filter(passes);
      const removed = new Set(gone);
      const isAppend = removed.size === 0 && belongsAfter(shown, passing, compare);
      all = merge(without(all, removed), sorted, compare);
      shown = merge(without(shown, removed), passing, compare);
      return { entered: passing, isAppend };
    },
    clear: () => {
      all = [];
      shown = [];
    },
  };
}

function without<T>(items: T[], removed: ReadonlySet<T>): T[] {
  return removed.size === 0 ? items : items.filter((item) => !removed.has(item));
}

function belongsAfter<T>(items: readonly T[], added: readonly T[], compare: Compare<T>): boolean {
  const last = items.at(-1);
  const first = added[0];
  return last === undefined || first === undefined || compare(last, first) <= 0;
}

/** Two ordered lists in one; `items` itself may be extended. */
function merge<T>(items: T[], added: readonly T[], compare: Compare<T>): T[] {
  if (belongsAfter(items, added, compare)) {
    for (const item of added) items.push(item);
    return items;
  }
  return merged(items, added, compare, (item) => [item]);
}
