import type { Compare } from './sort-keys';

/** Where something belongs in an ordered list, behind its equals, before the index `end`; looked for by halves. */
export function placeFor<T>(
  added: T,
  ordered: readonly T[],
  compare: Compare<T>,
  end = ordered.length,
): number {
  let low = 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = ordered[middle];
    if (there !== undefined && compare(there, added) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Where something stands in an ordered list; -1: it does not. */
export function placeOf<T>(item: T, ordered: readonly T[], compare: Compare<T>): number {
  for (let index = placeFor(item, ordered, compare) - 1; index >= 0; index--) {
    const there = ordered[index];
    if (there === item) return index;
    if (there === undefined || compare(there, item) !== 0) return -1;
  }
  return -1;
}

/** Puts ordered items into an ordered list. What stands behind is moved once, from the end on. */
export function insertInOrder<T>(ordered: T[], added: readonly T[], compare: Compare<T>): void {
  let end = ordered.length;
  for (const item of added) ordered.push(item);
  for (let index = added.length - 1; index >= 0; index--) {
    const item = added[index];
    if (item === undefined) continue;
    const place = placeFor(item, ordered, compare, end);
    // so many of the added come before it
    for (let from = end - 1; from >= place; from--) {
      const moved = ordered[from];
      if (moved !== undefined) ordered[from + index + 1] = moved;
    }
    ordered[place + index] = item;
    end = place;
  }
}

/** Removes items from an ordered list; those that do not stand in it are passed over. */
export function removeInOrder<T>(ordered: T[], removed: readonly T[], compare: Compare<T>): void {
  const places = Uint32Array.from(
    removed.map((item) => placeOf(item, ordered, compare)).filter((place) => place >= 0),
  ).sort();
  let kept = places[0];
  if (kept === undefined) return;
  let next = 0;
  for (let index = kept; index < ordered.length; index++) {
    const item = ordered[index];
    if (index === places[next]) next += 1;
    else if (item !== undefined) ordered[kept++] = item;
  }
  ordered.length = kept;
}
