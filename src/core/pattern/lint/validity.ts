import { finding } from '../findings';
import type { Finding } from '../findings';
import { tokenizePattern } from '../pattern-token';

/** Where a pattern stops being valid, with the engine's message. */
export function invalidFinding(pattern: string, error: { message: string; index: number | null }): Finding {
  return finding('invalid', placeOf(pattern, error.index), { detail: `${error.message}.` });
}

/** The first token that cannot stand where it does (such as a bracket that is never closed), else where the parser stopped. */
function placeOf(pattern: string, index: number | null): { start: number; end: number } {
  const token = tokenizePattern(pattern).find(({ kind }) => kind === 'invalid');
  if (token !== undefined) return token;
  if (index === null) return { start: 0, end: pattern.length };
  const end = Math.min(Math.max(index, 1), pattern.length);
  return { start: end - 1, end };
}
