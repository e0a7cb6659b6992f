import type { Judged } from '../judged/judged';
import type { Row, RowList } from '../types';
import { readRowKey, type RowMaker } from './row-maker';

export interface RowSource {
  readonly list: RowList;
  readonly rows: RowMaker;
  readonly judgedOf: (id: string) => Judged | undefined;
  /** Of exchanges in the list. */
  readonly depth: 0 | 1;
}

/** The row of a key: of an exchange also where the filter or a closed endpoint hides it, so that its details stay open. */
export function findRow(key: string, { list, rows, judgedOf, depth }: RowSource): Row | null {
  const { id, hop } = readRowKey(key);
  const judged = judgedOf(id);
  if (judged === undefined) return list.at(list.indexOf(key)) ?? null;
  if (hop === null) return rows.exchange(judged, depth);
  return judged.exchange.hops[hop]?.preflight ? rows.preflight(judged, hop, depth) : null;
}
