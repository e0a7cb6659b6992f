import { RegExpParser, RegExpSyntaxError } from '@eslint-community/regexpp';
import type { AST } from '@eslint-community/regexpp';
import { regexError } from '../agent/agent-regex';

/** A pattern as the engine that runs sees it. */
export type ParsedPattern =
  /** `ast`: `null` where the engine knows syntax that the parser does not. */
  | { readonly valid: true; readonly ast: AST.Pattern | null }
  /** `index`: how far the parser read; `null` where only the engine objects. */
  | { readonly valid: false; readonly message: string; readonly index: number | null };

const parser = new RegExpParser();

/** Parses a pattern as ECMAScript without flag `u`. The engine has the last word on validity. */
export function parsePattern(pattern: string): ParsedPattern {
  const message = regexError(pattern);
  const parsed = parse(pattern);
  if (message === null) return { valid: true, ast: 'ast' in parsed ? parsed.ast : null };
  return { valid: false, message: sentence(message), index: 'index' in parsed ? parsed.index : null };
}

function parse(pattern: string): { readonly ast: AST.Pattern } | { readonly index: number } {
  try {
    return { ast: parser.parsePattern(pattern, 0, pattern.length, { unicode: false }) };
  } catch (error) {
    if (error instanceof RegExpSyntaxError) return { index: error.index };
    throw error;
  }
}

/** Chromium puts the pattern in front: `Invalid regular expression: /a(/i: Unterminated group`. */
function sentence(message: string): string {
  return message.startsWith('Invalid regular expression: /')
    ? message.slice(message.lastIndexOf(': ') + 2)
    : message;
}
