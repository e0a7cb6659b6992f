import type { Judged } from './judged';
import type { JudgedChange } from './judgements';

export interface PatternCounts {
  readonly matched: number;
  readonly unmatched: number;
  readonly breaks: number;
}

/** Counts for the pattern, kept up to date by what changes. */
export interface PatternTally {
  readonly counts: PatternCounts;
  apply(change: JudgedChange): void;
  clear(): void;
}

const none: PatternCounts = { matched: 0, unmatched: 0, breaks: 0 };

export function createPatternTally(): PatternTally {
  let counts = none;
  return {
    get counts() {
      return counts;
    },
    apply: ({ gone, fresh }) => {
      const before = count(gone);
      const after = count(fresh);
      counts = {
        matched: counts.matched + after.matched - before.matched,
        unmatched: counts.unmatched + after.unmatched - before.unmatched,
        breaks: counts.breaks + after.breaks - before.breaks,
      };
    },
    clear: () => {
      counts = none;
    },
  };
}

function count(all: readonly Judged[]): PatternCounts {
  const matched = all.filter((judged) => judged.matched).length;
  const breaks = all.filter(({ verdicts }) => verdicts.header.outcome === 'breaks').length;
  return { matched, unmatched: all.length - matched, breaks };
}
