/**
 * A URL as the Name column shows it. Where room is short the rest is cut first, then the head, so that host and the end of
 * the path stay: they tell rows apart, which a long query does not.
 */
export interface NameParts {
  readonly host: string;
  readonly head: string;
  readonly tail: string;
  readonly rest: string;
}

/** Longest tail, in characters. */
const longestTail = 24;

/** Splits an absolute URL, or an origin and a folded path; what is no URL becomes parts without a host. */
export function nameParts(url: string): NameParts {
  const match = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)(.*)$/is.exec(url);
  const host = match?.[1] ?? '';
  const path = match === null ? url : (match[2] ?? '') || '/';
  const query = path.search(/[?#]/);
  const pathEnd = query < 0 ? path.length : query;
  const lastSlash = path.lastIndexOf('/', pathEnd);
  const cut = Math.max(lastSlash <= 0 ? 0 : lastSlash, pathEnd - longestTail);
  const tailEnd = Math.max(pathEnd, cut + longestTail);
  return { host, head: path.slice(0, cut), tail: path.slice(cut, tailEnd), rest: path.slice(tailEnd) };
}
