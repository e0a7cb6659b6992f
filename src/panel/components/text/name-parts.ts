/** A URL as the Name column shows it: the head is cut first, so that the end which tells rows apart stays. */
export interface NameParts {
  readonly host: string;
  readonly head: string;
  readonly tail: string;
}

/** Longest end that is never cut, in characters. */
const longestTail = 24;

/** Splits an absolute URL, or an origin and a folded path; what is no URL becomes head and tail without a host. */
export function nameParts(url: string): NameParts {
  const match = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)(.*)$/is.exec(url);
  const host = match?.[1] ?? '';
  const path = match === null ? url : (match[2] ?? '') || '/';
  const query = path.search(/[?#]/);
  const lastSlash = path.lastIndexOf('/', query < 0 ? path.length : query);
  const cut = Math.max(lastSlash <= 0 ? 0 : lastSlash, path.length - longestTail);
  return { host, head: path.slice(0, cut), tail: path.slice(cut) };
}
