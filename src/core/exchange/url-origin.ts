import { parseUrl } from '../site/parse-url';
const known = new Map<string, string | null>();
const CAPACITY = 5_000;

/**
 * Serialised origin of an absolute URL (HTML, origin); `null`: it is no URL with an authority. Remembers hosts: a log
 * holds far more URLs than hosts, and parsing each of them would cost more than all other work on an entry.
 */
export function originOf(url: string): string | null {
  const prefix = upToPath(url);
  if (prefix === null) return null;
  const remembered = known.get(prefix);
  if (remembered !== undefined) return remembered;
  const origin = parseUrl(prefix)?.origin ?? null;
  if (known.size >= CAPACITY) known.clear();
  known.set(prefix, origin);
  return origin;
}

/** Scheme and authority. */
function upToPath(url: string): string | null {
  const colon = url.indexOf(':');
  if (colon < 1 || url[colon + 1] !== '/' || url[colon + 2] !== '/') return null;
  for (let i = colon + 3; i < url.length; i++) {
    const char = url[i];
    if (char === '/' || char === '?' || char === '#' || char === '\\') return url.slice(0, i);
  }
  return url;
}
