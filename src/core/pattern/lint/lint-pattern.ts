import type { Finding } from '../findings';
import { parsePattern } from '../parse-pattern';
import { breadthFindings } from './breadth';
import { escapeSchemeFindings } from './escape-scheme';
import { hostDotFindings } from './host-dots';
import { letterCaseFindings } from './letter-case';
import type { LintContext, LintedPattern } from './lint-context';
import { pastedFindings } from './pasted';
import { queryDependenceFindings } from './query-dependence';
import { reachFindings } from './reach';
import { slownessFindings } from './slowness';
import { invalidFinding } from './validity';

const rules: readonly ((linted: LintedPattern) => readonly Finding[])[] = [
  breadthFindings,
  escapeSchemeFindings,
  hostDotFindings,
  queryDependenceFindings,
  reachFindings,
  slownessFindings,
  letterCaseFindings,
];

/**
 * What to know of a pattern before it is rolled out, in the order of its places. Runs it on no URL, so it ends in time for
 * every pattern; see `lintBacktracking` for patterns that could be slow.
 */
export function lintPattern(pattern: string, context: LintContext): readonly Finding[] {
  if (pattern === '') return [];
  const pasted = pastedFindings(pattern);
  const parsed = parsePattern(pattern);
  if (!parsed.valid) {
    const explained = pasted.some(({ code }) => code === 'inline-flags');
    return explained ? pasted : inOrder([...pasted, invalidFinding(pattern, parsed)]);
  }
  // What is wrong with an encoded value is that it is encoded.
  if (pasted.some(({ code }) => code === 'encoded-value-pasted')) return inOrder(pasted);
  const linted = { pattern, ast: parsed.ast, context };
  return inOrder([...pasted, ...rules.flatMap((rule) => rule(linted))]);
}

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => a.start - b.start || b.end - a.end);
}
