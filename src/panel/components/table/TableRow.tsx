import { Component } from 'preact';
import type { Row } from '../../store/types';
import { clockTime } from '../text/clock-time';
import { isTrouble } from '../text/status-text';
import type { LaidOutColumn } from './columns';
import { RowCells } from './RowCells';
import { rowData } from './row-data';
import { rowHeight } from './use-row-window';

export interface TableRowProps {
  readonly row: Row;
  readonly index: number;
  readonly columns: readonly LaidOutColumn[];
  readonly selected: boolean;
  /** The one row that Tab reaches. */
  readonly tabStop: boolean;
  onPick(row: Row): void;
  onToggle(key: string): void;
}

/** One line of the table, at its place in the scrolled height. Scrolling renders new rows only. */
export class TableRow extends Component<TableRowProps> {
  override shouldComponentUpdate(next: TableRowProps): boolean {
    const { row, index, columns, selected, tabStop, onPick, onToggle } = this.props;
    return (
      row !== next.row ||
      index !== next.index ||
      columns !== next.columns ||
      selected !== next.selected ||
      tabStop !== next.tabStop ||
      onPick !== next.onPick ||
      onToggle !== next.onToggle
    );
  }

  override render({ row, index, columns, selected, tabStop, onPick, onToggle }: TableRowProps) {
    const trouble = row.kind === 'exchange' && isTrouble(row.exchange, row.failed);
    return (
      <div
        role="row"
        class={`row ${index % 2 === 1 ? 'row-odd' : ''} ${trouble ? 'row-trouble' : ''}`}
        style={{ transform: `translateY(${index * rowHeight}px)` }}
        aria-rowindex={index + 2}
        aria-level={row.depth + 1}
        aria-selected={selected}
        aria-expanded={row.kind === 'endpoint' ? row.expanded : undefined}
        tabIndex={tabStop ? 0 : -1}
        data-index={index}
        {...rowData(row)}
        onClick={() => onPick(row)}
        onDblClick={() => row.kind === 'endpoint' && onToggle(row.key)}
      >
        {row.kind === 'navigation' ? (
          <NavigationCell row={row} span={columns.length} />
        ) : (
          <RowCells row={row} columns={columns} onToggle={() => onToggle(row.key)} />
        )}
      </div>
    );
  }
}

function NavigationCell({ row, span }: { row: Extract<Row, { kind: 'navigation' }>; span: number }) {
  return (
    <div role="gridcell" class="cell navigation-cell" aria-colspan={span} title={row.url}>
      <span class="navigation-text">
        {clockTime(row.at)} · page loaded: {row.url}
      </span>
    </div>
  );
}
