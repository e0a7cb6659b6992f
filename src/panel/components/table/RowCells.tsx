import type { Exchange, Route } from '../../../core';
import type { ColumnId, Row } from '../../store/types';
import { clockTime, preciseClockTime } from '../text/clock-time';
import { isTrouble, statusText } from '../text/status-text';
import { OutcomeIcon } from '../icons/outcome-icons';
import { OutcomeCell, PreflightCell, TextCell, TierCell } from './cells/FactCells';
import { NameCell } from './cells/NameCell';
import type { LaidOutColumn } from './columns';

type CallRow = Extract<Row, { kind: 'endpoint' | 'exchange' }>;
type PreflightRow = Extract<Row, { kind: 'preflight' }>;

interface RowCellsProps {
  readonly row: CallRow | PreflightRow;
  readonly columns: readonly LaidOutColumn[];
  onToggle(): void;
}

/** The cells of a row in the order of the columns. */
export function RowCells({ row, columns, onToggle }: RowCellsProps) {
  return (
    <>
      {row.kind === 'preflight'
        ? preflightCells(row, columns)
        : columns.map((column) =>
            column.id === 'url' ? (
              <NameCell key={column.id} row={row} onToggle={onToggle} />
            ) : (
              <FactCell key={column.id} row={row} column={column.id} />
            ),
          )}
    </>
  );
}

function FactCell({ row, column }: { row: CallRow; column: Exclude<ColumnId, 'url'> }) {
  switch (column) {
    case 'today':
    case 'cookies':
    case 'header': {
      const verdict = (row.kind === 'endpoint' ? row.endpoint.verdicts : row.verdicts)[column];
      return <OutcomeCell outcome={verdict.outcome} sentence={verdict.reasons[0]?.text} />;
    }
    case 'preflight':
      return <PreflightCell state={row.preflight} />;
    case 'tier':
      return <TierCell state={row.tier} />;
    case 'status': {
      const { exchange, failed } = standing(row);
      return (
        <TextCell
          text={statusText(exchange, failed)}
          kind={isTrouble(exchange, failed) ? 'status-trouble' : ''}
        />
      );
    }
    case 'started': {
      const { startedAt } = standing(row).exchange;
      return (
        <div role="gridcell" class="cell time" title={preciseClockTime(startedAt)}>
          {clockTime(startedAt)}
        </div>
      );
    }
  }
}

/** The call that a row speaks of: its own, or its endpoint's latest. */
function standing(row: CallRow): { readonly exchange: Exchange; readonly failed: boolean } {
  return row.kind === 'endpoint' ? row.latest : row;
}

const outcomeColumns: ReadonlySet<ColumnId> = new Set<Route>(['today', 'cookies', 'header']);

/** A preflight has one thing to say on all routes, so its outcome spans their columns. */
function preflightCells(row: PreflightRow, columns: readonly LaidOutColumn[]) {
  const span = columns.filter((column) => outcomeColumns.has(column.id)).length;
  const preflight = row.exchange.hops[row.hop]?.preflight;
  return columns.map((column, index) => {
    if (outcomeColumns.has(column.id)) {
      const isFirst = !outcomeColumns.has(columns[index - 1]?.id ?? 'url');
      return isFirst ? <CannotLinkCell key="outcomes" span={span} /> : null;
    }
    switch (column.id) {
      case 'url':
        return <NameCell key={column.id} row={row} onToggle={() => {}} />;
      case 'status':
        return <TextCell key={column.id} text={String(preflight?.response?.status ?? '(no answer)')} />;
      case 'started':
        return (
          <TextCell key={column.id} kind="time" text={preflight ? clockTime(preflight.startedAt) : ''} />
        );
      default:
        return <TextCell key={column.id} text="" />;
    }
  });
}

function CannotLinkCell({ span }: { span: number }) {
  return (
    <div
      role="gridcell"
      class="cell"
      aria-colspan={span}
      style={{ gridColumn: `span ${span}` }}
      title="A preflight carries neither cookies nor x-dtc: it can never be linked"
    >
      <span class="outcome" data-outcome="cannot">
        <OutcomeIcon outcome="cannot" />
        cannot link
      </span>
    </div>
  );
}
