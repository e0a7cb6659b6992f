/**
 * Scheme and authority of a URL, which alone decide about its origin: a log holds far more URLs than hosts, and to parse each of
 * them would cost more than all other work on an entry. `null`: it has no authority.
 */
export function upToPath(url: string): string | null {
  const colon = url.indexOf(':');
  if (colon < 1 || url[colon + 1] !== '/' || url[colon + 2] !== '/') return null;
  for (let i = colon + 3; i < url.length; i++) {
    const char = url[i];
    if (char === '/' || char === '?' || char === '#' || char === '\\') return url.slice(0, i);
  }
  return url;
}
