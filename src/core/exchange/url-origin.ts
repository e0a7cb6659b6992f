const authority = /^[a-z][a-z0-9+.-]*:\/\/[^/?#\\]*/i;
const known = new Map<string, string | null>();
const CAPACITY = 5_000;

/**
 * Serialised origin of an absolute URL (HTML, origin); `null`: it is no URL with an authority. Remembers hosts: a log
 * holds far more URLs than hosts, and parsing each of them would cost more than all other work on an entry.
 */
export function originOf(url: string): string | null {
  const prefix = authority.exec(url)?.[0];
  if (prefix === undefined) return null;
  const remembered = known.get(prefix);
  if (remembered !== undefined) return remembered;
  const origin = URL.canParse(prefix) ? new URL(prefix).origin : null;
  if (known.size >= CAPACITY) known.clear();
  known.set(prefix, origin);
  return origin;
}
