import type { Judged } from '../judged/judged';
import type { Row } from '../types';

type ExchangeRow = Extract<Row, { kind: 'exchange' }>;
type PreflightRow = Extract<Row, { kind: 'preflight' }>;

/** The rows of one exchange: itself, then its preflights. The same exchange gives the same rows, so that unchanged ones keep their identity. */
export type RowsOf = (judged: Judged) => readonly (ExchangeRow | PreflightRow)[];

/** `depth`: that of the exchange; its preflights stand one deeper. */
export function createRowsOf(depth: 0 | 1): RowsOf {
  const cache = new WeakMap<Judged, readonly (ExchangeRow | PreflightRow)[]>();
  return (judged) => {
    const known = cache.get(judged);
    if (known !== undefined) return known;
    const rows = [exchangeRow(judged, depth), ...preflightRows(judged, depth)];
    cache.set(judged, rows);
    return rows;
  };
}

function exchangeRow(judged: Judged, depth: 0 | 1): ExchangeRow {
  const { exchange, verdicts, reach, failed, preflight, tier } = judged;
  const matched = reach.now === 'yes';
  return { kind: 'exchange', key: exchange.id, depth, exchange, verdicts, matched, failed, preflight, tier };
}

function preflightRows({ exchange }: Judged, depth: 0 | 1): PreflightRow[] {
  const rows: PreflightRow[] = [];
  for (const [hop, { preflight }] of exchange.hops.entries()) {
    if (preflight === null) continue;
    rows.push({
      kind: 'preflight',
      key: `${exchange.id}/preflight/${hop}`,
      depth: depth === 0 ? 1 : 2,
      exchange,
      hop,
    });
  }
  return rows;
}
