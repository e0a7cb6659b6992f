import { matchStates } from './match-plan';

/** Unique URLs, and the calls to them. */
export interface MatchCount {
  readonly urls: number;
  readonly calls: number;
}

/** A draft beside the deployed pattern. */
export interface MatchComparison {
  /** By the draft. */
  readonly matched: MatchCount;
  readonly unmatched: MatchCount;
  /** By the draft, where version or raw URL leave it open. */
  readonly undecided: MatchCount;
  /** Matched by the draft, not by the deployed pattern. */
  readonly newlyMatched: MatchCount;
  /** Matched by the deployed pattern, not by the draft. */
  readonly lost: MatchCount;
}

/** Compares two results of match jobs over the same unique URLs; `counts`: calls per URL. Untested URLs count nowhere. */
export function compareMatches(
  deployed: Uint8Array,
  draft: Uint8Array,
  counts: Uint32Array,
): MatchComparison {
  const { yes, no, undecided, untested } = matchStates;
  const count = (holds: (before: number, after: number) => boolean): MatchCount => {
    let urls = 0;
    let calls = 0;
    for (const [index, after] of draft.entries()) {
      if (!holds(deployed[index] ?? untested, after)) continue;
      urls += 1;
      calls += counts[index] ?? 0;
    }
    return { urls, calls };
  };
  return {
    matched: count((_before, after) => after === yes),
    unmatched: count((_before, after) => after === no),
    undecided: count((_before, after) => after === undecided),
    newlyMatched: count((before, after) => after === yes && before === no),
    lost: count((before, after) => before === yes && after === no),
  };
}
