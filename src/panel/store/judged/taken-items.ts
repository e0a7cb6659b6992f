/** Which items of the recorder's log were taken in, and what the exchange log knows each by. */
export interface TakenItems {
  /** `id` is higher than all before. */
  add(id: number, known: string): void;
  /** `null`: it was not taken in, or is taken out. */
  knownAs(id: number): string | null;
  /** Takes out the first of those with lower ids. */
  takeBefore(id: number, most: number): readonly string[];
  clear(): void;
}

export function createTakenItems(): TakenItems {
  let ids: number[] = [];
  let known: string[] = [];
  return {
    add: (id, name) => {
      ids.push(id);
      known.push(name);
    },
    knownAs: (id) => known[placeOf(ids, id)] ?? null,
    takeBefore: (id, most) => {
      let count = 0;
      while (count < most && (ids[count] ?? Infinity) < id) count += 1;
      ids.splice(0, count);
      return known.splice(0, count);
    },
    clear: () => {
      ids = [];
      known = [];
    },
  };
}

/** Place of a number in numbers that rise; -1: it is not there. */
function placeOf(numbers: readonly number[], wanted: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const number = numbers[middle] ?? wanted;
    if (number === wanted) return middle;
    if (number < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
