import { isSameHeader } from './header-list';
import type { Engine, Header } from './types';

/** How many lists are kept. */
const capacity = 8;

/**
 * Keeps the results of a pure function of a header list for the lists that came last: one application's calls hardly differ
 * in the headers that its scripts set. The lists are compared field by field.
 */
export function forRecentLists<T>(
  compute: (headers: readonly Header[], engine: Engine) => T,
): (headers: readonly Header[], engine: Engine) => T {
  const recent: { readonly headers: readonly Header[]; readonly engine: Engine; readonly result: T }[] = [];
  let oldest = 0;
  return (headers, engine) => {
    for (const known of recent) {
      if (known.engine === engine && areEqual(known.headers, headers)) return known.result;
    }
    const result = compute(headers, engine);
    recent[oldest] = { headers: headers.slice(), engine, result };
    oldest = (oldest + 1) % capacity;
    return result;
  };
}

function areEqual(a: readonly Header[], b: readonly Header[]): boolean {
  return a === b || (a.length === b.length && a.every((header, index) => isSameHeader(header, b[index])));
}
