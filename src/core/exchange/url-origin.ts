import { parseUrl } from '../site/parse-url';
import { upToPath } from '../site/up-to-path';

const known = new Map<string, string | null>();
const CAPACITY = 5_000;

/**
 * Serialised origin of an absolute URL (HTML, origin); `null`: it is no URL with an authority. Remembers hosts.
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
