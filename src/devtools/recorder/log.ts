import type { SlimEntry } from '../../protocol/slim-entry';
import type { RecordedItem } from '../../protocol/recorder';

/** What follows the log learns: the log grew, an item changed, or everything before is void. */
export interface LogListener {
  appended(): void;
  changed(id: number): void;
  reset(): void;
}

export interface Log {
  readonly items: readonly RecordedItem[];
  /** Entries that had to go because the log was full. */
  readonly dropped: number;
  /** The item's id. */
  appendEntry(entry: SlimEntry): number;
  appendNavigation(url: string, at: number): void;
  replaceEntry(id: number, entry: SlimEntry): void;
  find(id: number): RecordedItem | undefined;
  /** Removes what began before `time` (ms since the epoch). */
  removeBefore(time: number): void;
  listen(listener: LogListener): () => void;
  /** Tells when the oldest items went because the log was full; `oldest`: start of the oldest that is left. */
  onDropped(listener: (oldest: number) => void): void;
}

/**
 * The recorded items in the order in which they were seen. At most `capacity`: when it is full the oldest tenth goes at
 * once, so that whoever follows is not sent a new log for every further entry.
 */
export function createLog(capacity: number): Log {
  const listeners = new Set<LogListener>();
  const dropListeners = new Set<(oldest: number) => void>();
  let items: RecordedItem[] = [];
  let nextId = 1;
  let dropped = 0;

  const reset = (): void => {
    for (const listener of listeners) listener.reset();
  };

  const append = (item: RecordedItem): number => {
    items.push(item);
    if (items.length > capacity) {
      const removed = items.splice(0, Math.ceil(capacity / 10));
      dropped += removed.filter(({ kind }) => kind === 'entry').length;
      const oldest = items.reduce((start, left) => Math.min(start, startOf(left)), Infinity);
      for (const listener of dropListeners) listener(oldest);
      reset();
    } else {
      for (const listener of listeners) listener.appended();
    }
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
    appendEntry: (entry) => append({ kind: 'entry', id: nextId++, entry }),
    appendNavigation: (url, at) => {
      append({ kind: 'navigation', id: nextId++, url, at });
    },
    replaceEntry: (id, entry) => {
      const index = indexOf(id);
      if (index < 0) return;
      items[index] = { kind: 'entry', id, entry };
      for (const listener of listeners) listener.changed(id);
    },
    find: (id) => items[indexOf(id)],
    removeBefore: (time) => {
      const kept = items.filter((item) => startOf(item) >= time);
      if (kept.length === items.length) return;
      items = kept;
      dropped = 0;
      reset();
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onDropped: (listener) => {
      dropListeners.add(listener);
    },
  };
}

function startOf(item: RecordedItem): number {
  return item.kind === 'entry' ? Date.parse(item.entry.startedDateTime) : item.at;
}
