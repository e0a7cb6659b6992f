/** Order of a thing in a list against one that is to come into it, which may be of another kind. */
type CompareWith<T, U> = (there: T, added: U) => number;

/** Where something belongs in an ordered list, behind its equals; looked for by halves, from the index `from` on. */
export function placeFor<T, U>(
  added: U,
  ordered: readonly T[],
  compare: CompareWith<T, U>,
  from = 0,
): number {
  let low = from;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = ordered[middle];
    if (there !== undefined && compare(there, added) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** An ordered list with what `itemsOf` gives for each of another ordered list, at its place. */
export function merged<T, U>(
  ordered: readonly T[],
  added: readonly U[],
  compare: CompareWith<T, U>,
  itemsOf: (added: U) => readonly T[],
): T[] {
  const result: T[] = [];
  let from = 0;
  for (const each of added) {
    const place = placeFor(each, ordered, compare, from);
    for (const before of ordered.slice(from, place)) result.push(before);
    for (const item of itemsOf(each)) result.push(item);
    from = place;
  }
  for (const after of ordered.slice(from)) result.push(after);
  return result;
}
