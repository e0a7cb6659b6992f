import type { Compare } from './sort-keys';

/** Where an item belongs in an ordered list, behind its equals; looked for by halves, from the index `from` on. */
export function placeFor<T>(item: T, ordered: readonly T[], compare: Compare<T>, from = 0): number {
  let low = from;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = ordered[middle];
    if (there !== undefined && compare(there, item) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}
