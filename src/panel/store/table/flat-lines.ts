import type { RecordedNavigation } from '../../../protocol/recorder';
import type { Judged } from '../judged/judged';
import type { Row } from '../types';
import { areSingleLines, pushLines, type Line } from './line';

type NavigationRow = Extract<Row, { kind: 'navigation' }>;

/** Direction in which time runs down the table; `null`: its order is another. */
export type Timeline = 'ascending' | 'descending' | null;

/**
 * Every exchange by itself; `shown` as it is where nothing stands between. Ordered by start, the navigations do; in any
 * other order they would mean nothing.
 */
export function flatLines(
  shown: readonly Judged[],
  navigations: readonly RecordedNavigation[],
  timeline: Timeline,
): readonly Line[] {
  const separators = timeline === null ? [] : orderedByTime(navigations, timeline);
  if (separators.length === 0 && areSingleLines(shown)) return shown;
  const lines: Line[] = [];
  let next = 0;
  for (const judged of shown) {
    for (
      let separator = separators[next];
      separator !== undefined && isBefore(separator, judged, timeline);
      separator = separators[++next]
    ) {
      lines.push(navigationRow(separator));
    }
    pushLines(lines, judged);
  }
  for (const separator of separators.slice(next)) lines.push(navigationRow(separator));
  return lines;
}

function orderedByTime(
  navigations: readonly RecordedNavigation[],
  timeline: NonNullable<Timeline>,
): readonly RecordedNavigation[] {
  const sign = timeline === 'ascending' ? 1 : -1;
  return navigations.toSorted((a, b) => sign * (a.at - b.at));
}

function isBefore({ at }: { readonly at: number }, { exchange }: Judged, timeline: Timeline): boolean {
  return timeline === 'descending' ? at > exchange.startedAt : at <= exchange.startedAt;
}

function navigationRow({ id, url, at }: RecordedNavigation): NavigationRow {
  return { kind: 'navigation', key: `navigation/${id}`, depth: 0, url, at };
}
