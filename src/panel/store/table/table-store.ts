import { computed, effect, signal } from '@preact/signals';
import { endpointKey } from '../../../core';
import { completions } from '../filter/complete';
import { filterPredicate } from '../filter/match';
import { parseFilter } from '../filter/parse';
import { countsForRollout } from '../judged/counts-for-rollout';
import type { Judged } from '../judged/judged';
import type { JudgedExchanges } from '../judged/judged-exchanges';
import type { RowList, Sort, TableStore } from '../types';
import { createEndpointFacts } from './endpoint-facts';
import { createEndpointGroups } from './endpoint-groups';
import { createEndpointLines } from './endpoint-lines';
import { exchangeOrder } from './exchange-order';
import { findRow } from './find-row';
import { flatLines, type Timeline } from './flat-lines';
import type { Line } from './line';
import { createOrderedView } from './ordered-view';
import { createRowList } from './row-list';
import { createRowMaker } from './row-maker';

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
  const shown = signal(0);
  const total = signal(0);

  const parsed = computed(() => parseFilter(filter.value));
  const judgedOf = (id: string): Judged | undefined => exchanges.all.get(id);
  const view = createOrderedView(exchangeOrder(initialSort));
  const rowMaker = createRowMaker();
  const listOf = (lines: readonly Line[], nestedUntil: number): RowList =>
    createRowList({ lines, nestedUntil, rows: rowMaker, judgedOf });
  const rows = signal(listOf([], 0));

  const keyOf = ({ exchange }: Judged): string | null =>
    countsForRollout(exchange)
      ? (exchanges.rollout.keyOf(exchange.id) ?? endpointKey(exchange.method, exchange.url).key)
      : null;
  const callsOf = (key: string): Iterable<Judged> =>
    exchanges.rollout.endpoint(key)?.exchanges.flatMap((id) => judgedOf(id) ?? []) ?? [];
  const groups = createEndpointGroups(keyOf);
  const facts = createEndpointFacts({ keyOf, callsOf });
  const endpointLines = createEndpointLines({
    endpointOf: (key) => exchanges.rollout.endpoint(key),
    factsOf: facts.of,
  });

  const timeline = (): Timeline => (sort.peek().column === 'started' ? sort.peek().direction : null);

  const show = (lines: readonly Line[], nestedUntil: number): void => {
    rows.value = listOf(lines, nestedUntil);
    shown.value = view.shown.length;
    total.value = view.all.length;
  };
  const showGroups = (): void => {
    const { lines, nestedUntil } = endpointLines(groups.all, expanded.peek(), sort.peek());
    show(lines, nestedUntil);
  };
  const rebuild = (): void => {
    if (grouped.peek()) {
      groups.regroup(view.shown);
      showGroups();
    } else show(flatLines(view.shown, exchanges.navigations, timeline()), 0);
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

  exchanges.onChange((change, cleared) => {
    if (cleared) {
      view.clear();
      facts.clear();
    }
    facts.apply(change);
    const entered = view.apply(change);
    if (cleared || !grouped.peek()) rebuild();
    else {
      groups.apply(change.gone, entered, exchangeOrder(sort.peek()).compare);
      showGroups();
    }
  });

  const selected = computed(() => {
    void exchanges.revision.value;
    const key = selectedKey.value;
    if (key === null) return null;
    return findRow(key, { list: rows.value, rows: rowMaker, judgedOf, depth: grouped.value ? 1 : 0 });
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
      const index = targetIndex(rows.peek(), selectedKey.peek(), to);
      selectedKey.value = rows.peek().at(index)?.key ?? selectedKey.peek();
    },
    shownExchanges: () => (timeline() === 'ascending' ? view.shown.toReversed() : [...view.shown]),
  };
}

function targetIndex(rows: RowList, from: string | null, to: number | 'first' | 'last'): number {
  if (to === 'first') return 0;
  if (to === 'last') return rows.length - 1;
  const current = from === null ? -1 : rows.indexOf(from);
  if (current < 0) return to > 0 ? 0 : rows.length - 1;
  return Math.min(Math.max(current + to, 0), rows.length - 1);
}
