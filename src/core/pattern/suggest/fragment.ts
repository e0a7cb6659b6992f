import type { SuggestionPart } from './suggestion';

/** A stretch of a pattern with its explanation; `null`: punctuation of the pattern, explained by what is around it. */
export interface Piece {
  readonly text: string;
  readonly explanation: string | null;
}

/** Pieces in a row. `text` is the whole of them: what fragments are compared by. */
export interface Fragment {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

export const nothing: Fragment = { text: '', pieces: [] };

export function piece(text: string, explanation: string | null): Fragment {
  return { text, pieces: [{ text, explanation }] };
}

export function sequence(...fragments: readonly Fragment[]): Fragment {
  return {
    text: fragments.map(({ text }) => text).join(''),
    pieces: fragments.flatMap(({ pieces }) => pieces),
  };
}

/** `(?:a|b)`; one alternative stands by itself. Equal ones are said once. */
export function oneOf(alternatives: readonly Fragment[]): Fragment {
  const distinct = [...new Map(alternatives.map((each) => [each.text, each])).values()];
  const [first = nothing, ...others] = distinct;
  if (others.length === 0) return first;
  const rest = others.flatMap((other) => [piece('|', null), other]);
  return sequence(piece('(?:', null), first, ...rest, piece(')', null));
}

/** Text that is meant as it stands. `^` is written as a code: the agent's configuration would take it for an escape. */
export function literal(text: string, explanation: string | null): Fragment {
  return piece(escapeLiteral(text), explanation);
}

const controlCharacters: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escapeLiteral(text: string): string {
  return text
    .replace(/[\\$.*+?()[\]{}|]/g, '\\$&')
    .replace(/[\n\r\t]/g, (character) => controlCharacters[character] ?? character)
    .replaceAll('^', '\\x5e')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

/** The explained stretches with their places. */
export function partsOf({ pieces }: Fragment): readonly SuggestionPart[] {
  const parts: SuggestionPart[] = [];
  let start = 0;
  for (const { text, explanation } of pieces) {
    const end = start + text.length;
    if (explanation !== null && text !== '') parts.push({ text, start, end, explanation });
    start = end;
  }
  return parts;
}
