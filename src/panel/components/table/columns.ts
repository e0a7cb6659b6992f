import type { ColumnId, SortColumn } from '../../store/types';

export interface Column {
  readonly id: ColumnId;
  readonly title: string;
  /** What the column tells, for its tooltip. */
  readonly hint: string;
  /** px; `null`: takes what the others leave. */
  readonly width: number | null;
  readonly sort: SortColumn;
  /** The table must be this wide (px) for the column to be shown. */
  readonly from: number;
}

/** All columns in their order; the name comes first and cannot be hidden. */
export const columns: readonly Column[] = [
  { id: 'url', title: 'Name', hint: 'Method, host and path', width: null, sort: 'url', from: 0 },
  { id: 'today', title: 'Today', hint: 'As page and agent behave now', width: 88, sort: 'today', from: 0 },
  {
    id: 'cookies',
    title: 'Cookies',
    hint: 'Made credentialed, so that the RUM cookies go along',
    width: 88,
    sort: 'cookies',
    from: 0,
  },
  {
    id: 'header',
    title: 'Header',
    hint: 'The agent adds x-dtc, or the New RUM Experience traceparent and tracestate',
    width: 88,
    sort: 'header',
    from: 0,
  },
  {
    id: 'preflight',
    title: 'Preflight',
    hint: 'Whether an OPTIONS precedes the call today, or would on some route',
    width: 110,
    sort: 'preflight',
    from: 700,
  },
  {
    id: 'tier',
    title: 'Tier',
    hint: 'Whether response headers show a OneAgent on the first tier; its absence proves nothing',
    width: 70,
    sort: 'tier',
    from: 780,
  },
  { id: 'status', title: 'Status', hint: 'Status of the last answer', width: 78, sort: 'status', from: 540 },
  {
    id: 'started',
    title: 'Started',
    hint: 'When the call was made, local time',
    width: 76,
    sort: 'started',
    from: 860,
  },
];

const narrowestColumn = 44;
const widestColumn = 400;
/** The name column gets at least this much; below, the table scrolls sideways. */
const narrowestName = 150;

export interface LaidOutColumn extends Column {
  /** px */
  readonly laidOutWidth: number;
}

/** The columns to show in a table of `available` px: those not hidden for which there is room, with their widths. */
export function layOutColumns(
  available: number,
  hidden: readonly ColumnId[],
  widths: Readonly<Partial<Record<ColumnId, number>>>,
): readonly LaidOutColumn[] {
  const shown = columns.filter(
    (column) => column.width === null || (column.from <= available && !hidden.includes(column.id)),
  );
  const fixed = shown.reduce(
    (sum, column) => sum + (column.width === null ? 0 : (widths[column.id] ?? column.width)),
    0,
  );
  const left = Math.max(narrowestName, available - fixed);
  return shown.map((column) => ({
    ...column,
    laidOutWidth: column.width === null ? left : (widths[column.id] ?? column.width),
  }));
}

/** A width that a column may have. */
export function clampColumnWidth(width: number): number {
  return Math.round(Math.min(widestColumn, Math.max(narrowestColumn, width)));
}
