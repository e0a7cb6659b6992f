import { batch, computed, type ReadonlySignal } from '@preact/signals';
import type { PanelView } from '../../../protocol/panel-view';
import type { RecorderCommand } from '../../../protocol/recorder';
import type { ReconnectingLine } from '../../../protocol/reconnect';
import { oncePerFrame, type Scheduler } from '../scheduler';
import type { TableStore } from '../types';

type ViewedTable = Pick<
  TableStore,
  'filter' | 'invert' | 'grouped' | 'sort' | 'expanded' | 'selectedKey' | 'detailOpen'
>;

/** Tells the recorder what the user sets in the table, at most once per frame. */
export function rememberView(
  table: ViewedTable,
  line: Pick<ReconnectingLine<RecorderCommand>, 'post'>,
  scheduler: Scheduler,
): void {
  const view = tableView(table);
  const initial = view.peek();
  const tell = oncePerFrame(scheduler, () => line.post({ type: 'remember', view: view.peek() }));
  view.subscribe((current) => {
    if (current !== initial) tell();
  });
}

function tableView(table: ViewedTable): ReadonlySignal<PanelView> {
  return computed(() => ({
    filter: table.filter.value,
    invert: table.invert.value,
    grouped: table.grouped.value,
    sort: table.sort.value,
    expanded: [...table.expanded.value],
    selected: table.selectedKey.value,
    detailOpen: table.detailOpen.value,
  }));
}

/** Makes the table look as it was remembered. Rows that are selected or open may come later. */
export function restoreView(table: ViewedTable, view: PanelView): void {
  batch(() => {
    table.filter.value = view.filter;
    table.invert.value = view.invert;
    table.grouped.value = view.grouped;
    table.sort.value = view.sort;
    table.expanded.value = new Set(view.expanded);
    table.selectedKey.value = view.selected;
    table.detailOpen.value = view.detailOpen;
  });
}
