import type { Predicate } from '../filter/match';
import type { Judged } from '../judged/judged';
import type { JudgedChange } from '../judged/judgements';
import { byStart, type Order } from './exchange-order';
import { createUrlOrder } from './url-order';
import { changeInOrder } from './change-in-order';

/**
 * The judged exchanges in the table's order, all and those that pass the filter: the lists change in place. A change costs
 * sorting what came and finding its places; a new filter costs one pass; only a new order sorts everything.
 */
export interface OrderedView {
  readonly all: readonly Judged[];
  readonly shown: readonly Judged[];
  setOrder(order: Order): void;
  /** `null`: everything passes. */
  setFilter(passes: Predicate | null): void;
  /** What came and passes the filter, in order. */
  apply(change: JudgedChange): readonly Judged[];
  clear(): void;
}

export function createOrderedView(initialOrder: Order): OrderedView {
  const urls = createUrlOrder();
  let order = initialOrder;
  let passes: Predicate | null = null;
  let inTime: Judged[] = [];
  /** The same list as `inTime` where the order is that. */
  let all = inTime;
  /** The same list as `all` while everything passes. */
  let shown = all;

  const filterAll = (): void => {
    shown = passes === null ? all : all.filter(passes);
  };

  return {
    get all() {
      return all;
    },
    get shown() {
      return shown;
    },
    setOrder: (next) => {
      order = next;
      all = order.arrange({ inTime, inUrlOrder: urls.arranged });
      filterAll();
    },
    setFilter: (next) => {
      passes = next;
      filterAll();
    },
    apply: ({ gone, fresh }) => {
      const { compare } = order;
      const sorted = fresh.toSorted(compare);
      const entered = passes === null ? sorted : sorted.filter(passes);
      urls.apply({ gone, fresh });
      changeInOrder(inTime, gone, fresh.toSorted(byStart), byStart);
      if (all !== inTime) changeInOrder(all, gone, sorted, compare);
      if (shown !== all) changeInOrder(shown, gone, entered, compare);
      return entered;
    },
    clear: () => {
      inTime = [];
      urls.clear();
      all = order.arrange({ inTime, inUrlOrder: urls.arranged });
      shown = all;
    },
  };
}
