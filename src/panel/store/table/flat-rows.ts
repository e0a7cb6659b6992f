import type { RecordedNavigation } from '../../../protocol/recorder';
import type { Judged } from '../judged/judged';
import type { JudgedChange } from '../judged/judgements';
import type { Row } from '../types';
import type { RowsOf } from './exchange-rows';
import { merged } from './merge';
import type { Compare } from './sort-keys';

type NavigationRow = Extract<Row, { kind: 'navigation' }>;

/** Direction in which time runs down the table; `null`: its order is another. */
export type Timeline = 'ascending' | 'descending' | null;

/** Every exchange by itself. Ordered by start, the navigations stand between; in any other order they would mean nothing. */
export function flatRows(
  shown: readonly Judged[],
  rowsOf: RowsOf,
  navigations: readonly RecordedNavigation[],
  timeline: Timeline,
): Row[] {
  const rows: Row[] = [];
  const separators = timeline === null ? [] : orderedByTime(navigations, timeline);
  let next = 0;
  for (const judged of shown) {
    for (
      let separator = separators[next];
      separator !== undefined && isBefore(separator, judged, timeline);
      separator = separators[++next]
    ) {
      rows.push(navigationRow(separator));
    }
    for (const row of rowsOf(judged)) rows.push(row);
  }
  for (const separator of separators.slice(next)) rows.push(navigationRow(separator));
  return rows;
}

function orderedByTime(
  navigations: readonly RecordedNavigation[],
  timeline: NonNullable<Timeline>,
): readonly RecordedNavigation[] {
  const sign = timeline === 'ascending' ? 1 : -1;
  return navigations.toSorted((a, b) => sign * (a.at - b.at));
}

/** How the rows are ordered, and whose they are. */
export interface FlatOrder {
  readonly compare: Compare<Judged>;
  readonly timeline: Timeline;
  readonly rowsOf: RowsOf;
  readonly judgedOf: (id: string) => Judged | undefined;
}

/** What `flatRows` would give after a change of the exchanges alone, of which `entered` passed the filter: costs far less. */
export function changedFlatRows(
  rows: readonly Row[],
  gone: JudgedChange['gone'],
  entered: readonly Judged[],
  { compare, timeline, rowsOf, judgedOf }: FlatOrder,
): Row[] {
  const compareRow = (row: Row, judged: Judged): number => {
    if (row.kind === 'navigation') return isBefore(row, judged, timeline) ? -1 : 1;
    const there = row.kind === 'endpoint' ? undefined : judgedOf(row.exchange.id);
    return there === undefined ? -1 : compare(there, judged);
  };
  return merged(withoutExchanges(rows, gone), entered, compareRow, rowsOf);
}

function withoutExchanges(rows: readonly Row[], gone: JudgedChange['gone']): readonly Row[] {
  if (gone.length === 0) return rows;
  const ids = new Set(gone.map(({ exchange }) => exchange.id));
  return rows.filter((row) => !('exchange' in row && ids.has(row.exchange.id)));
}

function isBefore({ at }: { readonly at: number }, { exchange }: Judged, timeline: Timeline): boolean {
  return timeline === 'descending' ? at > exchange.startedAt : at <= exchange.startedAt;
}

function navigationRow({ id, url, at }: RecordedNavigation): NavigationRow {
  return { kind: 'navigation', key: `navigation/${id}`, depth: 0, url, at };
}
