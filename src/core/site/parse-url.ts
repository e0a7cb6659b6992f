/**
 * A URL parsed (URL, URL parser); `null`: the text is none. Not by `URL.canParse`, which in Node.js 20 says no to letters
 * beyond ASCII once its caller has been optimised.
 */
export function parseUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
