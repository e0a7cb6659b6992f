import type { Judged } from '../judged/judged';
import type { Row } from '../types';
import type { RowsOf } from './exchange-rows';

/** The row of a key: of an exchange also where the filter or a closed endpoint hides it, so that its details stay open. */
export function findRow(
  key: string,
  rows: readonly Row[],
  judgedOf: (id: string) => Judged | undefined,
  rowsOf: RowsOf,
): Row | null {
  const judged = judgedOf(key.split('/preflight/', 1)[0] ?? key);
  if (judged !== undefined) return rowsOf(judged).find((row) => row.key === key) ?? null;
  return rows.find((row) => row.key === key) ?? null;
}
