import { tokenizePattern, type Finding, type FindingSeverity, type PatternTokenKind } from '../../../core';

/** A stretch of the pattern that looks the same all along. */
export interface PatternPiece {
  readonly text: string;
  readonly kind: PatternTokenKind;
  /** Of the gravest finding about it. */
  readonly severity: FindingSeverity | null;
  /** Numbers of the findings about it, the gravest and narrowest first. */
  readonly findings: readonly number[];
}

const gravity: Readonly<Record<FindingSeverity, number>> = { error: 0, warning: 1, hint: 2 };

/** The pattern cut wherever a token or a finding begins or ends. */
export function patternPieces(pattern: string, findings: readonly Finding[]): readonly PatternPiece[] {
  const pieces: PatternPiece[] = [];
  const edges = new Set(findings.flatMap(({ start, end }) => [start, end]));
  for (const { kind, start, end } of tokenizePattern(pattern)) {
    const cuts = [start, ...[...edges].filter((edge) => edge > start && edge < end), end].toSorted(
      (a, b) => a - b,
    );
    for (const [index, from] of cuts.slice(0, -1).entries()) {
      const to = cuts[index + 1] ?? end;
      const about = findingsAt(findings, from, to);
      const first = about[0] === undefined ? undefined : findings[about[0]];
      pieces.push({
        text: pattern.slice(from, to),
        kind,
        severity: first?.severity ?? null,
        findings: about,
      });
    }
  }
  return pieces;
}

function findingsAt(findings: readonly Finding[], start: number, end: number): readonly number[] {
  return [...findings.entries()]
    .filter(([, finding]) => finding.start < end && finding.end > start)
    .toSorted(
      ([, a], [, b]) => gravity[a.severity] - gravity[b.severity] || a.end - a.start - (b.end - b.start),
    )
    .map(([index]) => index);
}
