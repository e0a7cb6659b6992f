import type { Judged } from '../judged/judged';
import type { Row } from '../types';

type EndpointRow = Extract<Row, { kind: 'endpoint' }>;
type NavigationRow = Extract<Row, { kind: 'navigation' }>;

export interface PreflightLine {
  readonly kind: 'preflight';
  readonly judged: Judged;
  readonly hop: number;
}

/** What a line of the table is of. Nearly all are exchanges: these stand for themselves, so that many cost nothing. */
export type Line = Judged | PreflightLine | EndpointRow | NavigationRow;

export function isExchangeLine(line: Line): line is Judged {
  return !('kind' in line);
}

/** Adds the lines of one exchange: itself, then its preflights. */
export function pushLines(lines: Line[], judged: Judged): void {
  lines.push(judged);
  if (judged.preflight !== 'seen') return;
  for (const [hop, { preflight }] of judged.exchange.hops.entries()) {
    if (preflight !== null) lines.push({ kind: 'preflight', judged, hop });
  }
}

/** Whether each of the exchanges is one line. */
export function areSingleLines(exchanges: readonly Judged[]): boolean {
  for (const { preflight } of exchanges) if (preflight === 'seen') return false;
  return true;
}
