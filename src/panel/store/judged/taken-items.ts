/** Which items of the recorder's log were taken in, and what the exchange log knows each by. */
export interface TakenItems {
  /** `id` is higher than all before. */
  add(id: number, known: string): void;
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
