import { effect, signal, type Signal } from '@preact/signals';
import * as v from 'valibot';

/** Where settings are kept over sessions. */
export interface SettingsStorage {
  read(key: string): Promise<unknown>;
  write(key: string, value: unknown): Promise<void>;
  /** What is stored under the key was written, by whichever panel. */
  onChange(key: string, listener: (value: unknown) => void): void;
}

/**
 * A signal that is remembered. It starts with `initial` and takes the stored value when that has been read, unless it was
 * changed before; a stored value that the schema refuses is passed over and replaced by the next change.
 */
export function persisted<T>(
  storage: SettingsStorage,
  key: string,
  schema: v.GenericSchema<unknown, T>,
  initial: T,
): Signal<T> {
  const value = signal(initial);
  const restore = async (): Promise<void> => {
    const result = v.safeParse(schema, await storage.read(key));
    const isUntouched = value.peek() === initial;
    if (result.success && isUntouched) value.value = result.output;
    let isStored = isUntouched;
    effect(() => {
      const current = value.value;
      if (!isStored) void storage.write(key, current);
      isStored = false;
    });
  };
  void restore();
  return value;
}
