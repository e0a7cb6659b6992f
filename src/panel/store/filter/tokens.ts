/** One word of a filter with its place in the text. */
export interface Token {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** The word as it stands in the text. */
  readonly raw: string;
  readonly negated: boolean;
  readonly body: TokenBody;
}

export type TokenBody =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'regex'; readonly source: string }
  /** `key:value`; the key in lower case. Whether the key means anything is not decided here. */
  | { readonly kind: 'pair'; readonly key: string; readonly value: string };

/** Regular expression without an unescaped slash inside, as in the browser's own Network panel: `/orders/42` is text. */
const regexWord = /^\/((?:\\.|[^\\/\n])+)\/(?=\s|$)/;
const quotedWord = /^"([^"]*)"?/;
const pairWord = /^([a-z][a-z-]*):(?:"([^"]*)"?|(\S*))/i;
const plainWord = /^\S+/;

/** Splits a filter at white space, but for quotes and regular expressions. An open quote reaches to the end. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let position = 0;
  while (position < text.length) {
    if (/\s/.test(text.charAt(position))) {
      position += 1;
      continue;
    }
    const negated = text.charAt(position) === '-' && /\S/.test(text.charAt(position + 1));
    const start = position;
    const rest = text.slice(negated ? start + 1 : start);
    const { length, body } = readBody(rest);
    position = start + (negated ? 1 : 0) + length;
    tokens.push({ start, end: position, raw: text.slice(start, position), negated, body });
  }
  return tokens;
}

function readBody(rest: string): { length: number; body: TokenBody } {
  const regex = regexWord.exec(rest);
  if (regex?.[1] !== undefined) return { length: regex[0].length, body: { kind: 'regex', source: regex[1] } };

  const quoted = quotedWord.exec(rest);
  if (quoted?.[1] !== undefined) return { length: quoted[0].length, body: { kind: 'text', text: quoted[1] } };

  const pair = pairWord.exec(rest);
  if (pair?.[1] !== undefined) {
    const value = pair[2] ?? pair[3] ?? '';
    return { length: pair[0].length, body: { kind: 'pair', key: pair[1].toLowerCase(), value } };
  }

  const word = plainWord.exec(rest)?.[0] ?? '';
  return { length: word.length, body: { kind: 'text', text: word } };
}
