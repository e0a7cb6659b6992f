import type { Har } from './har';

/** The entries of what should be a HAR, whatever each of them is; `null`: there is no list of them, so it is none. */
export function harEntries(har: Har): readonly unknown[] | null {
  const log: unknown = (har as Partial<Har> | null)?.log;
  const entries: unknown = (log as Partial<Har['log']> | null | undefined)?.entries;
  return Array.isArray(entries) ? entries : null;
}
