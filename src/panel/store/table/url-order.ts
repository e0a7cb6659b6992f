import type { Judged } from '../judged/judged';
import type { JudgedChange } from '../judged/judgements';
import { byUrl } from './exchange-order';
import { insertInOrder, placeOf, removeInOrder } from './merge';

/**
 * The exchanges in the order of their URLs, put together while they come: nearly every URL of a large log is another, and to sort
 * them all when somebody asks would stop the panel.
 */
export interface UrlOrder {
  apply(change: JudgedChange): void;
  arranged(): Judged[];
  clear(): void;
}

/** Ordered runs, each longer than the next one: every exchange is merged only as often as runs can double. */
export function createUrlOrder(): UrlOrder {
  let runs: Judged[][] = [];

  /** Judged anew, an exchange takes its former self's place. */
  const replace = (former: Judged, judged: Judged): boolean => {
    for (const run of runs) {
      const place = placeOf(former, run, byUrl);
      if (place < 0) continue;
      run[place] = judged;
      return true;
    }
    return false;
  };

  /** Merges the shortest two while the last but one is not longer than `factor` times the last. */
  const mergeRuns = (factor: number): void => {
    for (let short = runs.pop(); short !== undefined;) {
      const long = runs.at(-1);
      if (long === undefined || long.length > factor * short.length) {
        runs.push(short);
        return;
      }
      runs.pop();
      short = merged(long, short);
    }
  };

  return {
    apply: ({ gone, fresh }) => {
      const leaving = new Map(gone.map((judged) => [judged.exchange.id, judged]));
      const added: Judged[] = [];
      for (const judged of fresh) {
        const { id } = judged.exchange;
        const former = leaving.get(id);
        if (former !== undefined && byUrl(former, judged) === 0 && replace(former, judged))
          leaving.delete(id);
        else added.push(judged);
      }
      if (leaving.size > 0) for (const run of runs) removeInOrder(run, [...leaving.values()], byUrl);
      if (added.length > 0) runs.push(added.sort(byUrl));
      mergeRuns(2);
    },
    arranged: () => {
      mergeRuns(Infinity);
      return runs[0]?.slice() ?? [];
    },
    clear: () => {
      runs = [];
    },
  };
}

/** From this ratio on to look for places is faster than to go through both. */
const fewAmongMany = 16;

/** Both in one; `long` itself may be extended. */
function merged(long: Judged[], short: readonly Judged[]): Judged[] {
  if (long.length > fewAmongMany * short.length) {
    insertInOrder(long, short, byUrl);
    return long;
  }
  const result: Judged[] = [];
  let next = 0;
  for (const judged of long) {
    for (let other = short[next]; other !== undefined && byUrl(other, judged) < 0; other = short[++next])
      result.push(other);
    result.push(judged);
  }
  for (const judged of short.slice(next)) result.push(judged);
  return result;
}
