/**
 * Control and format characters (bidirectional ones among them), what is never seen (fillers, tags, joiners), and halves of
 * surrogate pairs: what is not seen, or turns round what is. UAX #9, UAX #44 (`Default_Ignorable_Code_Point`).
 */
const deceptive = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u202f\u2800]/u;
/** For `split`: what was found stays, in parts of its own. */
export const deceptiveCharacter = new RegExp(`(${deceptive.source})`, 'u');
const everyDeceptive = new RegExp(deceptive, 'gu');
const inLines = new RegExp(`(?![\n\t])${deceptive.source}`, 'gu');

/**
 * Text of a page as it can be shown anywhere: characters that would break a line, drive a terminal or reorder the text
 * are written as their code, `<U+202E>`.
 */
export function visibleText(text: string): string {
  return text.replace(everyDeceptive, code);
}

/** The same for text that may have lines and columns. */
export function visibleLines(text: string): string {
  return text.replace(inLines, code);
}

/** JSON text without such characters: escaped, as JSON allows it within strings, so that it still says the same. */
export function visibleJson(json: string): string {
  return json.replace(inLines, (character) =>
    [...Array(character.length).keys()]
      .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

export function isDeceptive(text: string): boolean {
  return deceptive.test(text);
}

function code(character: string): string {
  return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
}
