import { escapeSafePattern, encodeEscapes, decodeEscapes, survivesEscapes } from '../../agent/escapes';
import { finding } from '../findings';
import type { Finding } from '../findings';
import { tokenizePattern } from '../pattern-token';
import type { LintedPattern } from './lint-context';

const mangledPair = /\^(?:p|e|s|c|dq|rb|lb|bs)/g;

/** Places that come out changed when the pattern is stored with `^` escapes and decoded by the agent (1.219 to 1.337). */
export function escapeSchemeFindings({ pattern, context }: LintedPattern): readonly Finding[] {
  if (context.target.header !== 'x-dtc' || survivesEscapes(pattern)) return [];
  const becomes = decodeEscapes(encodeEscapes(pattern));
  const fix = { label: 'Write it so that it survives', replacement: escapeSafePattern(pattern) };
  const anchors = new Set(
    tokenizePattern(pattern)
      .filter(({ kind }) => kind === 'anchor')
      .map(({ start }) => start),
  );
  return [...pattern.matchAll(mangledPair)].map(({ index, 0: pair }) =>
    finding(
      anchors.has(index) ? 'mangled-start' : 'escape-scheme-changes',
      { start: index, end: index + pair.length },
      { detail: `The pattern becomes ${becomes}`, fix },
    ),
  );
}
