import type { Judged } from '../judged/judged';
import type { Row, RowList } from '../types';
import { isExchangeLine, type Line } from './line';
import { readRowKey, type RowMaker } from './row-maker';

export interface RowListOptions {
  readonly lines: readonly Line[];
  /** Exchanges above this line hang under their endpoints. */
  readonly nestedUntil: number;
  readonly rows: RowMaker;
  readonly judgedOf: (id: string) => Judged | undefined;
}

export function createRowList({ lines, nestedUntil, rows, judgedOf }: RowListOptions): RowList {
  const rowOf = (line: Line, index: number): Row => {
    const depth = index < nestedUntil ? 1 : 0;
    if (isExchangeLine(line)) return rows.exchange(line, depth);
    return line.kind === 'preflight' ? rows.preflight(line.judged, line.hop, depth) : line;
  };

  const indexOfExchange = (judged: Judged, hop: number | null): number => {
    const index = lines.indexOf(judged);
    if (index < 0 || hop === null) return index;
    for (let below = index + 1; ; below++) {
      const line = lines[below];
      if (line === undefined || isExchangeLine(line) || line.kind !== 'preflight') return -1;
      if (line.hop === hop) return below;
    }
  };

  return {
    length: lines.length,
    at: (index) => {
      const line = lines[index];
      return line && rowOf(line, index);
    },
    indexOf: (key) => {
      const { id, hop } = readRowKey(key);
      const judged = judgedOf(id);
      if (judged !== undefined) return indexOfExchange(judged, hop);
      return lines.findIndex((line) => 'key' in line && line.key === key);
    },
    depthAt: (index) => {
      const line = lines[index];
      if (line === undefined) return 0;
      const depth = index < nestedUntil ? 1 : 0;
      if (isExchangeLine(line)) return depth;
      return line.kind === 'preflight' ? depth + 1 : line.depth;
    },
    *[Symbol.iterator]() {
      for (const [index, line] of lines.entries()) yield rowOf(line, index);
    },
  };
}
