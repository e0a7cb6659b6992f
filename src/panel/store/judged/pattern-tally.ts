import { isLost, isNewlyMatched } from '../filter/subject';
import { countsForRollout } from './counts-for-rollout';
import type { Judged } from './judged';
import type { JudgedChange } from './judgements';

/** What is counted of calls for the pattern in force. */
export const reachKinds = [
  'matched',
  'unmatched',
  'undecided',
  'newlyMatched',
  'lost',
  'links',
  'breaks',
  'unknown',
  'thirdParty',
  'sameOrigin',
] as const;
export type ReachKind = (typeof reachKinds)[number];

/** Calls of each kind. */
export type PatternCounts = Readonly<Record<ReachKind, number>>;

/** Counts for the pattern, kept up to date by what changes. */
export interface PatternTally {
  readonly counts: PatternCounts;
  apply(change: JudgedChange): void;
  clear(): void;
}

const belongs: Readonly<Record<ReachKind, (judged: Judged) => boolean>> = {
  matched: isMatched,
  unmatched: ({ reach }) => reach.now === 'no',
  undecided: ({ reach }) => reach.now === 'unknown',
  newlyMatched: ({ reach }) => isNewlyMatched(reach),
  lost: ({ reach }) => isLost(reach),
  links: (judged) => isMatched(judged) && judged.verdicts.header.outcome === 'links',
  breaks: (judged) => isMatched(judged) && judged.verdicts.header.outcome === 'breaks',
  unknown: (judged) => judged.reach.now !== 'no' && judged.verdicts.header.outcome === 'unknown',
  thirdParty: (judged) => isMatched(judged) && judged.relation === 'cross-site',
  sameOrigin: (judged) => isMatched(judged) && judged.relation === 'same-origin',
};

export const nothingReached: PatternCounts = countKinds(() => 0);

export function createPatternTally(): PatternTally {
  let counts = nothingReached;
  return {
    get counts() {
      return counts;
    },
    apply: ({ gone, fresh }) => {
      const before = gone.filter(({ exchange }) => countsForRollout(exchange));
      const after = fresh.filter(({ exchange }) => countsForRollout(exchange));
      counts = countKinds(
        (kind) => counts[kind] + after.filter(belongs[kind]).length - before.filter(belongs[kind]).length,
      );
    },
    clear: () => {
      counts = nothingReached;
    },
  };
}

function countKinds(count: (kind: ReachKind) => number): PatternCounts {
  return Object.fromEntries(reachKinds.map((kind) => [kind, count(kind)])) as PatternCounts;
}

function isMatched({ reach }: Judged): boolean {
  return reach.now === 'yes';
}
