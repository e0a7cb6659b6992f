import { deceptiveCharacter, isDeceptive } from './visible-text';

/** Any text as one word of a shell. NUL, which no command line can hold, is left out. */
export type ShellQuote = (text: string) => string;

/** Nothing in it that bash, its history (`!`) or a terminal that the line is pasted into would act upon. */
const plainForBash = /^[ -&(-~]*$/;

/**
 * bash: single quotes, within which nothing has a meaning; ANSI-C quoting (`$'…'`) where the text holds a quote, a
 * control character or characters that are not ASCII and not letters (which may reorder what is seen).
 */
export function quoteForBash(text: string): string {
  const possible = possibleWord(text);
  if (plainForBash.test(possible)) return `'${possible}'`;
  const escaped = [...possible].map((character) => {
    if (character === "'" || character === '\\') return `\\${character}`;
    // within $'…' an interactive bash may still expand its history
    if (character === '!') return '\\x21';
    return /[ -~\p{L}\p{N}]/u.test(character) && !isDeceptive(character) ? character : utf8Escapes(character);
  });
  return `$'${escaped.join('')}'`;
}

/** Half a surrogate pair has no bytes. */
const halfPairs = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function possibleWord(text: string): string {
  return text.replaceAll('\0', '').replace(halfPairs, '\ufffd');
}

/** As bytes, so that the locale does not matter; always two digits, so that nothing after them joins in. */
function utf8Escapes(character: string): string {
  return [...new TextEncoder().encode(character)]
    .map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`)
    .join('');
}

/** PowerShell also takes typographic single quotes for one. */
const singleQuotes = /['\u2018-\u201b]/g;

/** PowerShell, an expression: single quotes, doubled within; control and reordering characters by their code. */
export function quoteForPowerShell(text: string): string {
  const possible = possibleWord(text);
  const parts = possible
    .split(deceptiveCharacter)
    .filter((part, index) => part !== '' || (index === 0 && possible === ''))
    .map((part) =>
      isDeceptive(part) ? characterForPowerShell(part) : `'${part.replace(singleQuotes, '$&$&')}'`,
    );
  const [first = "''", ...rest] = parts;
  if (rest.length === 0) return first.startsWith('[') ? `([string]${first})` : first;
  // a text must come first: [char] + text would be a number
  return `(${[...(first.startsWith('[') ? ["''"] : []), ...parts].join(' + ')})`;
}

function characterForPowerShell(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0');
  return character.length === 1 ? `[char]0x${code}` : `[char]::ConvertFromUtf32(0x${code})`;
}
