/** Where the word lies in which the caret stands; filter terms are separated by blanks. */
export function wordAt(text: string, caret: number): { readonly start: number; readonly end: number } {
  const before = /\S*$/.exec(text.slice(0, caret))?.[0].length ?? 0;
  const after = /^\S*/.exec(text.slice(caret))?.[0].length ?? 0;
  return { start: caret - before, end: caret + after };
}

/** The text with the word at the caret replaced; a finished word gets a blank behind it, a key such as `host:` does not. */
export function completeWord(
  text: string,
  caret: number,
  word: string,
): { readonly text: string; readonly caret: number } {
  const { start, end } = wordAt(text, caret);
  const rest = text.slice(end);
  const inserted = word.endsWith(':') || rest.startsWith(' ') ? word : `${word} `;
  return { text: text.slice(0, start) + inserted + rest, caret: start + inserted.length };
}
