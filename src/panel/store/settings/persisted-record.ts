import { signal } from '@preact/signals';
import * as v from 'valibot';
import type { SettingsStorage } from './persisted';

/** A record that is remembered; `get` subscribes as a signal does. */
export interface PersistedRecord<T> {
  get(name: string): T | undefined;
  set(name: string, value: T): void;
}

type Entries<T> = readonly (readonly [name: string, value: T])[];

const record = v.record(v.string(), v.unknown());

/**
 * A record whose entries are set one by one. Panels of other tabs set theirs under the same key at the same time: so each writes
 * only its own into what is stored by then. Of more than `most` entries those that were set longest ago go. Stored entries that
 * the schema refuses are passed over.
 */
export function persistedRecord<T>(
  storage: SettingsStorage,
  key: string,
  schema: v.GenericSchema<unknown, T>,
  most: number,
): PersistedRecord<T> {
  const known = signal<ReadonlyMap<string, T>>(new Map());
  const own = new Map<string, T>();
  /** What is stored; `null`: it has not been read yet. */
  let stored: Entries<unknown> | null = null;

  const withOwn = <Value>(entries: Entries<Value>): Entries<Value | T> =>
    [...entries.filter(([name]) => !own.has(name)), ...own].slice(-most);

  const write = (): void => {
    if (stored !== null) void storage.write(key, Object.fromEntries(withOwn(stored)));
  };

  const restore = async (): Promise<void> => {
    const read = entriesOf(await storage.read(key));
    stored ??= read;
    const readable = read.flatMap(([name, value]): Entries<T> => {
      const result = v.safeParse(schema, value);
      return result.success ? [[name, result.output]] : [];
    });
    known.value = new Map(withOwn(readable));
    if (own.size > 0) write();
  };

  storage.onChange(key, (value) => {
    stored = entriesOf(value);
  });
  void restore();

  return {
    get: (name) => known.value.get(name),
    set: (name, value) => {
      own.delete(name);
      own.set(name, value);
      known.value = new Map(withOwn([...known.peek()]));
      write();
    },
  };
}

function entriesOf(value: unknown): Entries<unknown> {
  const result = v.safeParse(record, value);
  return result.success ? Object.entries(result.output) : [];
}
