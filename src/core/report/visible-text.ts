/** Control, format and bidirectional characters, and halves of surrogate pairs: what is not seen, or turns round what is. */
const deceptive =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Text of a page as it can be shown anywhere: characters that would break a line, drive a terminal or reorder the text
 * are written as their code, `<U+202E>`.
 */
export function visibleText(text: string): string {
  return text.replace(
    deceptive,
    (character) => `<U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`,
  );
}
