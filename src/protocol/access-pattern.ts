/**
 * The match pattern of the host of an http(s) URL, both schemes and all ports (patterns have none); `null`: a URL that no
 * access can be asked for.
 */
export function accessPattern(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return (protocol === 'http:' || protocol === 'https:') && hostname !== '' ? `*://${hostname}/*` : null;
}

/** Host of a pattern that `accessPattern` made, or `*`. */
export function hostOfPattern(pattern: string): string {
  return /^(?:\*|https?):\/\/([^/]*)\//.exec(pattern)?.[1] ?? pattern;
}
