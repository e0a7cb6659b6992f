import type { Header } from '../fetch/types';
import { isObject } from './untrusted-value';

/**
 * The headers with a `Cookie` made of an entry's list of parsed cookies, where they have none: some tools write the list only.
 */
export function withListedCookies(headers: readonly Header[], cookies: unknown): readonly Header[] {
  if (!Array.isArray(cookies) || headers.some(([name]) => name.toLowerCase() === 'cookie')) return headers;
  const pairs = (cookies as readonly unknown[]).flatMap((cookie) => {
    if (!isObject(cookie)) return [];
    const { name, value } = cookie;
    const pair = `${String(name)}=${typeof value === 'string' ? value : ''}`;
    // a line feed would part the header in two
    return typeof name === 'string' && !pair.includes('\n') ? [pair] : [];
  });
  return pairs.length === 0 ? headers : [...headers, ['Cookie', pairs.join('; ')]];
}
