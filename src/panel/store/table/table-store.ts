import { computed, effect, signal } from '@preact/signals';
import { completions } from '../filter/complete';
import { filterPredicate } from '../filter/match';
import { parseFilter } from '../filter/parse';
import type { JudgedExchanges } from '../judged/judged-exchanges';
import type { Row, Sort, TableStore } from '../types';
import { createEndpointRows } from './endpoint-rows';
import { createRowsOf, flatRows } from './exchange-rows';
import { createOrderedView } from './ordered-view';
import { findRow } from './find-row';
import { compareExchanges } from './sort';

export interface OrderedTableStore extends TableStore {
  /** Ids of the exchanges that are shown, the newest first. */
  shownIds(): readonly string[];
}

const initialSort: Sort = { column: 'started', direction: 'ascending' };

export function createTableStore(exchanges: JudgedExchanges): OrderedTableStore {
  const grouped = signal(true);
  const sort = signal(initialSort);
  const filter = signal('');
  const invert = signal(false);
  const expanded = signal<ReadonlySet<string>>(new Set());
  const selectedKey = signal<string | null>(null);
  const rows = signal<readonly Row[]>([]);
  const shown = signal(0);
  const total = signal(0);

  const parsed = computed(() => parseFilter(filter.value));
  const view = createOrderedView(compareExchanges(initialSort), () => true);
  const flat = createRowsOf(0);
  const nested = createRowsOf(1);
  const endpointRows = createEndpointRows(exchanges.rollout, (id) => exchanges.all.get(id), { nested, flat });

  const timeline = (): Sort['direction'] | null =>
    sort.peek().column === 'started' ? sort.peek().direction : null;

  const rebuild = (): void => {
    rows.value = grouped.peek()
      ? endpointRows(view.shown, expanded.peek(), sort.peek())
      : flatRows(view.shown, flat, exchanges.navigations, timeline());
    shown.value = view.shown.length;
    total.value = view.all.length;
  };

  effect(() => {
    view.setOrder(compareExchanges(sort.value));
    rebuild();
  });
  effect(() => {
    view.setFilter(filterPredicate(parsed.value, invert.value));
    rebuild();
  });
  effect(() => {
    void grouped.value;
    void expanded.value;
    rebuild();
  });

  let knownNavigations = exchanges.navigations;
  exchanges.onChange((change, cleared) => {
    if (cleared) view.clear();
    const { appended } = view.apply(change);
    const isSameTimeline = knownNavigations === exchanges.navigations;
    knownNavigations = exchanges.navigations;
    if (cleared || appended === null || !isSameTimeline || grouped.peek()) rebuild();
    else {
      rows.value = rows.peek().concat(appended.flatMap(flat));
      shown.value = view.shown.length;
      total.value = view.all.length;
    }
  });

  const selected = computed(() => {
    void exchanges.revision.value;
    const key = selectedKey.value;
    if (key === null) return null;
    return findRow(key, rows.value, (id) => exchanges.all.get(id), grouped.value ? nested : flat);
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
    selectedKey,
    selected,
    move: (to) => {
      const all = rows.peek();
      if (all.length === 0) return;
      selectedKey.value = all[targetIndex(all, selectedKey.peek(), to)]?.key ?? null;
    },
    shownIds: () =>
      view.shown
        .toSorted((a, b) => b.exchange.startedAt - a.exchange.startedAt)
        .map(({ exchange }) => exchange.id),
  };
}

function targetIndex(rows: readonly Row[], from: string | null, to: number | 'first' | 'last'): number {
  if (to === 'first') return 0;
  if (to === 'last') return rows.length - 1;
  const current = rows.findIndex(({ key }) => key === from);
  if (current < 0) return to > 0 ? 0 : rows.length - 1;
  return Math.min(Math.max(current + to, 0), rows.length - 1);
}
