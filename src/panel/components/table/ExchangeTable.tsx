import { useComputed, type ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useCallback, useLayoutEffect, useRef } from 'preact/hooks';
import type { Row, SettingsStore, TableStore } from '../../store/types';
import { copyText } from '../text/clipboard';
import { rowText } from '../text/row-text';
import { layOutColumns } from './columns';
import { gridAction, parentIndex } from './grid-keys';
import { HeaderRow } from './HeaderRow';
import { rowsPerPage } from './row-window';
import { originalSort } from './sort-cycle';
import { TableRow } from './TableRow';
import { rowHeight, useRowWindow } from './use-row-window';
import { useSelectedInSight } from './use-selected-in-sight';
import './table.css';

interface ExchangeTableProps {
  readonly table: TableStore;
  readonly settings: SettingsStore;
  readonly detailOpen: ReadonlySignal<boolean>;
  onDetail(open: boolean): void;
  /** Shown in place of rows. */
  readonly empty: ComponentChildren;
}

/** The calls as a tree grid of which only the rows in sight exist. */
export function ExchangeTable({ table, settings, detailOpen, onDetail, empty }: ExchangeTableProps) {
  const rows = table.rows.value;
  const sort = table.sort.value;
  const inOrder = sort.column === originalSort.column && sort.direction === originalSort.direction;
  const view = useRowWindow(table.rows, inOrder && !table.grouped.value);
  const focusRow = useRef(false);
  const columns = useComputed(() =>
    layOutColumns(view.width.value, settings.hiddenColumns.value, settings.columnWidths.value),
  );
  const selectedKey = table.selectedKey.value;
  const selectedIndex = useComputed(() => {
    const key = table.selectedKey.value;
    return key === null ? -1 : table.rows.value.indexOf(key);
  }).value;
  const tabStop = Math.max(0, selectedIndex);

  useSelectedInSight(view, selectedKey, selectedIndex);

  useLayoutEffect(() => {
    if (!focusRow.current) return;
    focusRow.current = false;
    view.scroller.current
      ?.querySelector<HTMLElement>(`[data-index="${tabStop}"]`)
      ?.focus({ preventScroll: true });
  });

  function select(key: string | undefined) {
    if (key === undefined) return;
    focusRow.current = true;
    table.selectedKey.value = key;
  }

  function onKeyDown(event: KeyboardEvent) {
    const row = rows.at(tabStop) ?? null;
    const action = gridAction(event, row, rowsPerPage(view.height.peek(), rowHeight));
    if (action === null) return;
    switch (action.does) {
      case 'move':
        focusRow.current = true;
        table.move(action.to);
        break;
      case 'toggle':
        if (row !== null) table.toggleEndpoint(row.key);
        break;
      case 'parent':
        select(rows.at(parentIndex(rows, tabStop))?.key);
        break;
      case 'open':
        select(row?.key);
        onDetail(true);
        break;
      case 'close':
        if (!detailOpen.peek()) return;
        onDetail(false);
        break;
      case 'copy':
        if (row === null || !document.getSelection()?.isCollapsed) return;
        copyText(rowText(row));
        break;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  const onPick = useCallback(
    (row: Row) => {
      if (row.kind === 'navigation') return;
      select(row.key);
      onDetail(true);
    },
    [table, onDetail],
  );

  const shown = indices(view.start.value, view.end.value, rows.length, tabStop);
  const tableWidth = columns.value.reduce((sum, column) => sum + column.laidOutWidth, 0);
  const template = columns.value.map((column) => `${column.laidOutWidth}px`).join(' ');
  return (
    <div class="table-area">
      <div
        class="table"
        role="treegrid"
        aria-label="Calls of the page"
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.value.length}
        ref={view.scroller}
        style={{ '--columns': template, '--table-width': `${tableWidth}px` }}
        onScroll={view.onScroll}
        onKeyDown={onKeyDown}
      >
        <div role="rowgroup" class="head-group">
          <HeaderRow
            columns={columns.value}
            table={table}
            settings={settings}
            onLeave={() => select(rows.at(tabStop)?.key)}
          />
        </div>
        <div role="rowgroup" class="body-group" style={{ height: `${rows.length * rowHeight}px` }}>
          {shown.map((index) => {
            const row = rows.at(index);
            return row === undefined ? null : (
              <TableRow
                key={row.key}
                row={row}
                index={index}
                columns={columns.value}
                selected={index === selectedIndex}
                tabStop={index === tabStop}
                onPick={onPick}
                onToggle={table.toggleEndpoint}
              />
            );
          })}
        </div>
      </div>
      {rows.length === 0 && empty}
    </div>
  );
}

/** Rows in sight, and the tab stop wherever it is: focus must not be lost by scrolling. */
function indices(start: number, end: number, count: number, tabStop: number): number[] {
  const inSight = Array.from({ length: Math.max(0, end - start) }, (_, offset) => start + offset);
  return tabStop >= start && tabStop < end ? inSight : tabStop < count ? [...inSight, tabStop] : inSight;
}
