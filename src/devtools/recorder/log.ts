import type { SlimEntry } from '../../protocol/slim-entry';
import type { LogCapacity, RecordedItem } from '../../protocol/recorder';

/** What follows the log learns: the log grew, an item changed, so many of the oldest went, or everything before is void. */
export interface LogListener {
  appended(): void;
  changed(id: number): void;
  /** `oldest`: start of the oldest that is left, ms since the epoch. */
  dropped(count: number, oldest: number): void;
  reset(): void;
}

export interface Log {
  readonly items: readonly RecordedItem[];
  /** Entries that had to go because the log was full. */
  readonly dropped: number;
  /** Size of each item, in characters. */
  readonly sizes: readonly number[];
  /** The item's id. */
  appendEntry(entry: SlimEntry, size: number): number;
  appendNavigation(url: string, at: number): void;
  /** `size`: where it is another one than before. */
  replaceEntry(id: number, entry: SlimEntry, size?: number): void;
  find(id: number): RecordedItem | undefined;
  /** Removes what began before `time` (ms since the epoch). */
  removeBefore(time: number): void;
  listen(listener: Partial<LogListener>): () => void;
}

/**
 * The recorded items in the order in which they were seen. When it is full, by number or by size, the oldest go until a tenth is
 * free, so that it is not looked through for every further entry.
 */
export function createLog(capacity: LogCapacity): Log {
  const listeners = new Set<Partial<LogListener>>();
  let items: RecordedItem[] = [];
  let sizes: number[] = [];
  let size = 0;
  let nextId = 1;
  let dropped = 0;

  const reset = (): void => {
    for (const listener of listeners) listener.reset?.();
  };

  /** How many of the oldest have to go; the newest stays, whatever its size. */
  const tooMany = (): number => {
    const byNumber = items.length > capacity.items ? Math.ceil(capacity.items / 10) : 0;
    if (size <= capacity.characters) return byNumber;
    let count = 0;
    let left = size;
    while (count < items.length - 1 && (count < byNumber || left > capacity.characters * 0.9))
      left -= sizes[count++] ?? 0;
    return count;
  };

  const makeRoom = (): void => {
    const count = tooMany();
    if (count === 0) return;
    dropped += items.splice(0, count).filter(({ kind }) => kind === 'entry').length;
    for (const gone of sizes.splice(0, count)) size -= gone;
    const oldest = items.reduce((start, left) => Math.min(start, startOf(left)), Infinity);
    for (const listener of listeners) listener.dropped?.(count, oldest);
  };

  const append = (item: RecordedItem, itemSize: number): number => {
    items.push(item);
    sizes.push(itemSize);
    size += itemSize;
    makeRoom();
    for (const listener of listeners) listener.appended?.();
    return item.id;
  };

  const indexOf = (id: number): number => {
    let low = 0;
    let high = items.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((items[middle]?.id ?? Infinity) < id) low = middle + 1;
      else high = middle;
    }
    return items[low]?.id === id ? low : -1;
  };

  return {
    get items() {
      return items;
    },
    get dropped() {
      return dropped;
    },
    get sizes() {
      return sizes;
    },
    appendEntry: (entry, entrySize) => append({ kind: 'entry', id: nextId++, entry }, entrySize),
    appendNavigation: (url, at) => {
      append({ kind: 'navigation', id: nextId++, url, at }, url.length);
    },
    replaceEntry: (id, entry, entrySize) => {
      const index = indexOf(id);
      if (index < 0) return;
      items[index] = { kind: 'entry', id, entry };
      const before = sizes[index] ?? 0;
      sizes[index] = entrySize ?? before;
      size += (entrySize ?? before) - before;
      makeRoom();
      for (const listener of listeners) listener.changed?.(id);
    },
    find: (id) => items[indexOf(id)],
    removeBefore: (time) => {
      const stays = items.map((item) => startOf(item) >= time);
      if (!stays.includes(false)) return;
      items = items.filter((_, index) => stays[index]);
      sizes = sizes.filter((_, index) => stays[index]);
      size = sizes.reduce((sum, each) => sum + each, 0);
      dropped = 0;
      reset();
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function startOf(item: RecordedItem): number {
  return item.kind === 'entry' ? Date.parse(item.entry.startedDateTime) : item.at;
}
