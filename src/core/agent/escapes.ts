/** The escapes of regex-like values in the order in which the agent replaces them (1.219 to 1.337). */
const escapes = [
  ['^^', '^'],
  ['^dq', '"'],
  ['^rb', '>'],
  ['^lb', '<'],
  ['^p', '|'],
  ['^e', '='],
  ['^s', ';'],
  ['^c', ','],
  ['^bs', '\\'],
] as const;

const characters = new Map<string, string>(escapes);
const codes = new Map<string, string>(escapes.map(([code, character]) => [character, code]));

/**
 * Decodes a regex-like value of the configuration as the agent does: one global replacement after another, so that the
 * `^` which `^^` leaves behind is read again together with what follows it (`^^shop` becomes `;hop`).
 */
export function decodeEscapes(text: string): string {
  let decoded = text;
  for (const [code, character] of escapes) decoded = decoded.replaceAll(code, character);
  return decoded;
}

/** Encodes a pattern for the configuration. Not every pattern survives the agent's decoding: see `survivesEscapes`. */
export function encodeEscapes(pattern: string): string {
  return pattern.replace(/[\^"><|=;,\\]/g, (character) => codes.get(character) ?? character);
}

/** Whether the agent gets back what was encoded: no literal `^` stands before `p`, `e`, `s`, `c`, `dq`, `rb`, `lb` or `bs`. */
export function survivesEscapes(pattern: string): boolean {
  return decodeEscapes(encodeEscapes(pattern)) === pattern;
}

/** An equivalent pattern that survives: the letter after a `^` is written as `\xHH` where the two would be taken for an escape. */
export function escapeSafePattern(pattern: string): string {
  return pattern.replace(
    /\^(?=p|e|s|c|dq|rb|lb|bs)(.)/g,
    (_pair, letter: string) => `^\\x${letter.charCodeAt(0).toString(16)}`,
  );
}

/**
 * What the author of a stored value meant: every escape read once, from left to right. Differs from `decodeEscapes`
 * exactly where the agent mangles the pattern.
 */
export function intendedPattern(text: string): string {
  return text.replace(/\^(?:\^|dq|rb|lb|p|e|s|c|bs)/g, (code) => characters.get(code) ?? code);
}
