interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * A place in a URL as a place in its endpoint's text, where some segments are folded to `{id}` and the query is left out; `null`: it
 * lies in what is left out.
 */
export function foldedRange(url: string, folded: string, { start, end }: Range): Range | null {
  const from = foldedOffset(url, folded, start, 'start');
  const to = foldedOffset(url, folded, end, 'end');
  return from < to ? { start: from, end: to } : null;
}

/** Segment by segment: within a folded one every place is its start or its end. */
function foldedOffset(url: string, folded: string, offset: number, side: 'start' | 'end'): number {
  const names = folded.split('/');
  let at = 0;
  let foldedAt = 0;
  for (const [index, segment] of url.split(/[?#]/, 1)[0]?.split('/').entries() ?? []) {
    const name = names[index];
    if (name === undefined) break;
    const last = at + segment.length;
    if (offset <= last) {
      const within = name === segment ? offset - at : side === 'start' && offset < last ? 0 : name.length;
      return foldedAt + within;
    }
    at = last + 1;
    foldedAt += name.length + 1;
  }
  return folded.length;
}
