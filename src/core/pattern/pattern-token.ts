export type PatternTokenKind =
  'literal' | 'escape' | 'class' | 'group' | 'quantifier' | 'anchor' | 'alternation' | 'dot' | 'invalid';

/** A stretch of a pattern for syntax colouring; offsets in UTF-16 units, `end` exclusive. */
export interface PatternToken {
  readonly kind: PatternTokenKind;
  readonly start: number;
  readonly end: number;
}

/** What stands at a place of a pattern: the first that fits. Sticky, without flag `u` (ECMAScript, Annex B). */
const lexemes: readonly (readonly [PatternTokenKind, RegExp])[] = [
  ['anchor', /[\^$]|\\[bB]/y],
  ['escape', /\\(?:x[0-9a-f]{2}|u[0-9a-f]{4}|c[a-z]|k<[^>]*>|[1-9]\d*|0[0-7]{0,2}|[^])/iy],
  ['class', /\[(?:[^\]\\]|\\[^])*\]/y],
  ['group', /\((?:\?(?:[:=!]|<[=!]|<[\p{ID_Start}$_][\p{ID_Continue}$]*>|[ims]*(?:-[ims]+)?:))?(?!\?)|\)/uy],
  ['alternation', /\|/y],
  ['dot', /\./y],
  ['quantifier', /(?:[*+?]|\{\d+(?:,\d*)?\})\??/y],
  ['invalid', /\\$|\[|\(\?/y],
  ['literal', /[^]/y],
];

/** Cuts a pattern, valid or not, into tokens that cover it without gaps; neighbouring literals are one token. */
export function tokenizePattern(pattern: string): readonly PatternToken[] {
  const tokens: PatternToken[] = [];
  for (let start = 0; start < pattern.length;) {
    const token = tokenAt(pattern, start);
    const previous = tokens.at(-1);
    if (token.kind === 'quantifier' && !canRepeat(previous, pattern))
      tokens.push({ ...token, kind: 'invalid' });
    else if (token.kind === 'literal' && previous?.kind === 'literal')
      tokens[tokens.length - 1] = { ...previous, end: token.end };
    else tokens.push(token);
    start = token.end;
  }
  return withUnpairedGroups(pattern, tokens);
}

function tokenAt(pattern: string, start: number): PatternToken {
  for (const [kind, lexeme] of lexemes) {
    lexeme.lastIndex = start;
    if (lexeme.test(pattern)) return { kind, start, end: lexeme.lastIndex };
  }
  return { kind: 'invalid', start, end: start + 1 };
}

/** A quantifier needs something before it: no quantifier, no anchor, not the start of an alternative. */
function canRepeat(previous: PatternToken | undefined, pattern: string): boolean {
  if (previous === undefined) return false;
  if (previous.kind === 'group') return pattern[previous.start] === ')';
  return !['quantifier', 'anchor', 'alternation', 'invalid'].includes(previous.kind);
}

/** Marks brackets without their counterpart. */
function withUnpairedGroups(pattern: string, tokens: readonly PatternToken[]): readonly PatternToken[] {
  const open: PatternToken[] = [];
  const unpaired = new Set<PatternToken>();
  for (const token of tokens) {
    if (token.kind !== 'group') continue;
    if (pattern[token.start] === '(') open.push(token);
    else if (open.pop() === undefined) unpaired.add(token);
  }
  for (const token of open) unpaired.add(token);
  return tokens.map((token) => (unpaired.has(token) ? { ...token, kind: 'invalid' } : token));
}
