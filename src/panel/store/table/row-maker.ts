import type { Judged } from '../judged/judged';
import type { Row } from '../types';

type ExchangeRow = Extract<Row, { kind: 'exchange' }>;
type PreflightRow = Extract<Row, { kind: 'preflight' }>;

/** `depth`: that of the exchange; its preflights stand one deeper. */
export interface RowMaker {
  exchange(judged: Judged, depth: 0 | 1): ExchangeRow;
  preflight(judged: Judged, hop: number, depth: 0 | 1): PreflightRow;
}

/** More than are in sight at once. */
const mostKept = 1_000;

/** Makes the rows of exchanges; those made lately are the same ones again, so that what is in sight is not painted anew. */
export function createRowMaker(): RowMaker {
  const exchangeRows = createKept<ExchangeRow>();
  const preflightRows = createKept<PreflightRow>();
  return {
    exchange: (judged, depth) =>
      exchangeRows(judged.exchange.id, judged, depth, () => {
        const { exchange, verdicts, reach, failed, preflight, tier } = judged;
        const matched = reach.now === 'yes';
        const key = exchange.id;
        return { kind: 'exchange', key, depth, exchange, verdicts, matched, failed, preflight, tier };
      }),
    preflight: (judged, hop, depth) => {
      const key = preflightKey(judged.exchange.id, hop);
      return preflightRows(key, judged, depth, () => {
        return { kind: 'preflight', key, depth: depth === 0 ? 1 : 2, exchange: judged.exchange, hop };
      });
    },
  };
}

function createKept<R>(): (key: string, judged: Judged, depth: 0 | 1, make: () => R) => R {
  const kept = new Map<string, { readonly judged: Judged; readonly depth: 0 | 1; readonly row: R }>();
  return (key, judged, depth, make) => {
    const known = kept.get(key);
    if (known?.judged === judged && known.depth === depth) return known.row;
    if (kept.size >= mostKept) kept.clear();
    const row = make();
    kept.set(key, { judged, depth, row });
    return row;
  };
}

const preflightMark = '/preflight/';

function preflightKey(id: string, hop: number): string {
  return `${id}${preflightMark}${hop}`;
}

/** The exchange that a row's key is of, itself or one of its preflights. */
export function readRowKey(key: string): { readonly id: string; readonly hop: number | null } {
  const mark = key.lastIndexOf(preflightMark);
  if (mark < 0) return { id: key, hop: null };
  return { id: key.slice(0, mark), hop: Number(key.slice(mark + preflightMark.length)) };
}
