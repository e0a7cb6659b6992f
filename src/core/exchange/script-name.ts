/** Longest URL of a script that is kept whole: in a `data:` URL is the whole script. */
const longest = 2_000;
const keptOfEnd = 100;

/**
 * What a script is known by, on a stack and as a worker's: its URL, or of a longer one the beginning, the end and the length.
 * A name's name is itself.
 */
export function scriptName(url: string): string {
  if (url.length <= longest) return url;
  const end = `…(${url.length} characters)…${url.slice(-keptOfEnd)}`;
  return url.slice(0, longest - end.length) + end;
}
