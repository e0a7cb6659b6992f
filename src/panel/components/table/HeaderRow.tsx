import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { ColumnId, SettingsStore, TableStore } from '../../store/types';
import { SortIcon } from '../icons/control-icons';
import { ColumnEdge } from './ColumnEdge';
import { clampColumnWidth, type LaidOutColumn } from './columns';
import { nextSort } from './sort-cycle';

interface HeaderRowProps {
  readonly columns: readonly LaidOutColumn[];
  readonly table: TableStore;
  readonly settings: SettingsStore;
  /** ArrowDown leads into the rows. */
  onLeave(): void;
}

/** Width by which one key press resizes a column, px. */
const keyStep = 8;

/**
 * Column headings. One of them is a tab stop; arrows go along them, Shift+arrows resize, Enter and Space sort, as on
 * any button.
 */
export function HeaderRow({ columns, table, settings, onLeave }: HeaderRowProps) {
  const stop = useSignal(0);
  const row = useRef<HTMLDivElement>(null);
  const sort = table.sort.value;

  function resize(id: ColumnId, width: number | null) {
    const { [id]: _, ...others } = settings.columnWidths.value;
    settings.columnWidths.value = width === null ? others : { ...others, [id]: clampColumnWidth(width) };
  }

  function focusHeading(index: number) {
    const target = Math.min(columns.length - 1, Math.max(0, index));
    stop.value = target;
    row.current?.querySelectorAll('button')[target]?.focus();
  }

  function onKeyDown(event: KeyboardEvent, column: LaidOutColumn, index: number) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (direction !== 0 && event.shiftKey) {
      if (column.width !== null) resize(column.id, column.laidOutWidth + direction * keyStep);
    } else if (direction !== 0) focusHeading(index + direction);
    else if (event.key === 'ArrowDown') onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div role="row" class="row head-row" aria-rowindex={1} ref={row}>
      {columns.map((column, index) => {
        const sorted = sort.column === column.sort;
        return (
          <div
            key={column.id}
            role="columnheader"
            class="cell head-cell"
            aria-sort={sorted ? sort.direction : 'none'}
            title={column.hint}
            data-column={column.id}
          >
            {column.width !== null && (
              <ColumnEdge width={column.laidOutWidth} onResize={(width) => resize(column.id, width)} />
            )}
            <button
              type="button"
              class="head-button"
              tabIndex={index === Math.min(stop.value, columns.length - 1) ? 0 : -1}
              onFocus={() => (stop.value = index)}
              onClick={() => (table.sort.value = nextSort(sort, column.sort))}
              onKeyDown={(event) => onKeyDown(event, column, index)}
            >
              <span class="head-title">{column.title}</span>
              {sorted && <SortIcon direction={sort.direction} />}
            </button>
          </div>
        );
      })}
    </div>
  );
}
