import { computed, effect, signal } from '@preact/signals';
import { completions } from '../filter/complete';
import { filterPredicate } from '../filter/match';
import { parseFilter } from '../filter/parse';
import type { Judged } from '../judged/judged';
import type { JudgedExchanges } from '../judged/judged-exchanges';
import type { Row, Sort, TableStore } from '../types';
import { createEndpointGroups } from './endpoint-groups';
import { createEndpointRows } from './endpoint-rows';
import { createRowsOf } from './exchange-rows';
import { createOrderedView } from './ordered-view';
import { findRow } from './find-row';
import { changedFlatRows, flatRows, type Timeline } from './flat-rows';
import { exchangeOrder } from './exchange-order';

export interface OrderedTableStore extends TableStore {
  /** The exchanges that are shown; ordered by start the newest first, else from the top. */
  shownExchanges(): Iterable<Judged>;
}

const initialSort: Sort = { column: 'started', direction: 'ascending' };

export function createTableStore(exchanges: JudgedExchanges): OrderedTableStore {
  const grouped = signal(true);
  const sort = signal(initialSort);
  const filter = signal('');
  const invert = signal(false);
  const expanded = signal<ReadonlySet<string>>(new Set());
  const selectedKey = signal<string | null>(null);
  const detailOpen = signal(false);
  const rows = signal<readonly Row[]>([]);
  const shown = signal(0);
  const total = signal(0);

  const parsed = computed(() => parseFilter(filter.value));
  const view = createOrderedView(exchangeOrder(initialSort), () => true);
  const flat = createRowsOf(0);
  const nested = createRowsOf(1);
  const judgedOf = (id: string): Judged | undefined => exchanges.all.get(id);
  const groups = createEndpointGroups((id) => exchanges.rollout.keyOf(id));
  const endpointRows = createEndpointRows({
    endpointOf: (key) => exchanges.rollout.endpoint(key),
    judgedOf,
    nested,
    flat,
  });

  const timeline = (): Timeline => (sort.peek().column === 'started' ? sort.peek().direction : null);

  const show = (next: readonly Row[]): void => {
    rows.value = next;
    shown.value = view.shown.length;
    total.value = view.all.length;
  };
  const showGroups = (): void => show(endpointRows(groups.all, expanded.peek(), sort.peek()));
  const rebuild = (): void => {
    if (grouped.peek()) {
      groups.regroup(view.shown);
      showGroups();
    } else show(flatRows(view.shown, flat, exchanges.navigations, timeline()));
  };

  effect(() => {
    view.setOrder(exchangeOrder(sort.value));
    rebuild();
  });
  effect(() => {
    view.setFilter(filterPredicate(parsed.value, invert.value));
    rebuild();
  });
  effect(() => {
    void grouped.value;
    rebuild();
  });
  effect(() => {
    void expanded.value;
    if (grouped.peek()) showGroups();
  });

  let knownNavigations = exchanges.navigations;
  exchanges.onChange((change, cleared) => {
    if (cleared) view.clear();
    const { entered, isAppend } = view.apply(change);
    const isSameTimeline = knownNavigations === exchanges.navigations;
    knownNavigations = exchanges.navigations;
    const { compare } = exchangeOrder(sort.peek());
    if (cleared) rebuild();
    else if (grouped.peek()) {
      groups.apply(change.gone, entered, compare);
      showGroups();
    } else if (!isSameTimeline) rebuild();
    else if (isAppend && rows.peek().at(-1)?.kind !== 'navigation') {
      show(rows.peek().concat(entered.flatMap(flat)));
    } else {
      const order = { compare, timeline: timeline(), rowsOf: flat, judgedOf };
      show(changedFlatRows(rows.peek(), change.gone, entered, order));
    }
  });

  const selected = computed(() => {
    void exchanges.revision.value;
    const key = selectedKey.value;
    if (key === null) return null;
    return findRow(key, rows.value, judgedOf, grouped.value ? nested : flat);
  });

  return {
    rows,
    total,
    shown,
    grouped,
    sort,
    filter,
    filterError: computed(() => parsed.value.error),
    invert,
    complete: (text, caret) => completions(text, caret, view.all),
    toggleEndpoint: (key) => {
      const next = new Set(expanded.peek());
      if (!next.delete(key)) next.add(key);
      expanded.value = next;
    },
    expanded,
    selectedKey,
    detailOpen,
    selected,
    move: (to) => {
      const all = rows.peek();
      if (all.length === 0) return;
      selectedKey.value = all[targetIndex(all, selectedKey.peek(), to)]?.key ?? null;
    },
    shownExchanges: () => (timeline() === 'ascending' ? view.shown.toReversed() : [...view.shown]),
  };
}

function targetIndex(rows: readonly Row[], from: string | null, to: number | 'first' | 'last'): number {
  if (to === 'first') return 0;
  if (to === 'last') return rows.length - 1;
  const current = rows.findIndex(({ key }) => key === from);
  if (current < 0) return to > 0 ? 0 : rows.length - 1;
  return Math.min(Math.max(current + to, 0), rows.length - 1);
}
