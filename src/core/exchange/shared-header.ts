import type { Header } from '../fetch/types';

const latest = new Map<string, Header>();
const CAPACITY = 2_000;

/** A header field; the same object as before where a log repeats it, as it does with most of them. */
export function sharedHeader(name: string, value: string): Header {
  const before = latest.get(name);
  if (before !== undefined && before[1] === value) return before;
  const header: Header = [name, value];
  if (latest.size >= CAPACITY) latest.clear();
  latest.set(name, header);
  return header;
}
