/** How many lists are kept, and of how long URLs in all: a page may make them as long as it likes. */
const capacity = 32;
const longest = 4_000;
const recent: (readonly string[])[] = [];
let oldest = 0;

/** Scripts of a call stack; the same list as before where a log repeats it: most calls of a page come from the same few places. */
export function sharedCallers(callers: readonly string[]): readonly string[] {
  for (const known of recent) if (areEqual(known, callers)) return known;
  const kept = callers.slice();
  if (kept.reduce((length, url) => length + url.length, 0) > longest) return kept;
  recent[oldest] = kept;
  oldest = (oldest + 1) % capacity;
  return kept;
}

function areEqual(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
