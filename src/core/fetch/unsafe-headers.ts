import { normalizeValue } from './header-list';
import { forRecentLists } from './recent-lists';
import { settableHeaders } from './settable-headers';
import { isSafelistedRequestHeader } from './safelist';
import type { Engine, Header } from './types';

const MAX_SAFELISTED_BYTES = 1024;

/**
 * Names that the server must allow: lower-case, unique, sorted bytewise, as in Access-Control-Request-Headers
 * (Fetch, CORS-unsafe request-header names). Headers that a script cannot set do not count.
 * More than 1024 bytes of safelisted values make the safelisted names unsafe, too.
 */
export function unsafeRequestHeaderNames(headers: readonly Header[], engine: Engine = 'standard'): string[] {
  return [...uniqueNames(headers, engine)];
}

const uniqueNames = forRecentLists((headers, engine) => new Set(unsafeEntryNames(headers, engine)));

/** The same with a name repeated for each of its entries that is unsafe. */
export function unsafeEntryNames(headers: readonly Header[], engine: Engine = 'standard'): string[] {
  const unsafe: string[] = [];
  const safelisted: string[] = [];
  let safelistedBytes = 0;
  for (const [name, value] of entriesUnderTest(headers, engine)) {
    if (isSafelistedRequestHeader(name, value, engine)) {
      safelisted.push(name);
      safelistedBytes += value.length;
    } else {
      unsafe.push(name);
    }
  }
  if (safelistedBytes > MAX_SAFELISTED_BYTES) unsafe.push(...safelisted);
  return unsafe.sort();
}

/** Lower-cased names with normalised values. Chromium joins entries of one name before it tests them. */
function entriesUnderTest(headers: readonly Header[], engine: Engine): Iterable<Header> {
  const entries = settableHeaders(headers, engine).map(([name, value]): Header => [
    name.toLowerCase(),
    normalizeValue(value),
  ]);
  if (engine !== 'chromium') return entries;
  const joined = new Map<string, string>();
  for (const [name, value] of entries) {
    const before = joined.get(name);
    joined.set(name, before === undefined ? value : normalizeValue(`${before}, ${value}`));
  }
  return joined;
}
