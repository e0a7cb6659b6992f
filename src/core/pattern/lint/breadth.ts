import { finding } from '../findings';
import type { Finding } from '../findings';
import { compilePattern } from '../pattern-target';
import type { LintedPattern } from './lint-context';

/** Texts with nothing in common, too short for a pattern to become slow on. */
const unrelatedTexts = ['§', 'Ω'];

/** Patterns that match whatever the URL: `.*`, `.`, `^`, `a|`. */
export function breadthFindings({ pattern, ast }: LintedPattern): readonly Finding[] {
  const empty = emptyAlternatives(pattern, ast?.alternatives ?? []);
  if (empty.length > 0) return empty;
  const compiled = compilePattern(pattern);
  if (compiled === null || !unrelatedTexts.every((text) => compiled.test(text))) return [];
  return [finding('over-broad', { start: 0, end: pattern.length })];
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function emptyAlternatives(pattern: string, alternatives: readonly Place[]): readonly Finding[] {
  if (alternatives.length < 2) return [];
  const filled = alternatives.filter(({ start, end }) => end > start);
  const fix =
    filled.length === 0
      ? null
      : {
          label: 'Remove it',
          replacement: filled.map(({ start, end }) => pattern.slice(start, end)).join('|'),
        };
  return alternatives
    .filter(({ start, end }) => start === end)
    .map(({ start }) => finding('empty-alternative', barBeside(start), { fix }));
}

/** An empty alternative has no extent: the `|` before it, or after the first one, stands for it. */
function barBeside(start: number): Place {
  return start === 0 ? { start: 0, end: 1 } : { start: start - 1, end: start };
}
