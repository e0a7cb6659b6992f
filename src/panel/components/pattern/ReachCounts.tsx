import type { PatternPurpose } from '../../../core';
import type { ReachKind } from '../../store/judged/pattern-tally';
import type { PatternStore } from '../../store/types';
import { OutcomeIcon } from '../icons/outcome-icons';
import { plural } from '../text/plural';

interface ReachWords {
  readonly word: string;
  readonly meaning: string;
  readonly outcome?: 'links' | 'breaks' | 'unknown';
}

const reachWords: Readonly<Record<Exclude<ReachKind, 'unmatched'>, ReachWords>> = {
  matched: { word: 'matched', meaning: 'The agent would add its headers to these calls' },
  newlyMatched: { word: 'newly matched', meaning: 'Matched by this pattern, not by the deployed one' },
  lost: { word: 'lost', meaning: 'Matched by the deployed pattern, not by this one' },
  links: { word: 'would link', meaning: 'Matched, and the endpoint accepts the headers', outcome: 'links' },
  breaks: {
    word: 'would break',
    meaning: 'Matched, and the endpoint refuses the headers',
    outcome: 'breaks',
  },
  unknown: {
    word: 'unknown',
    meaning: 'Whether the endpoint accepts the headers, or the pattern matches, is not known',
    outcome: 'unknown',
  },
  thirdParty: { word: 'third-party', meaning: 'Matched calls to other sites' },
  sameOrigin: { word: 'same-origin', meaning: 'Matched calls to the page’s own origin: linked without it' },
  undecided: {
    word: 'undecided',
    meaning: 'Depends on the agent’s version or on the URL as the script passed it, or was too slow to tell',
  },
};

type ShownKind = keyof typeof reachWords;

const always: readonly ShownKind[] = ['matched'];
const inOrder: readonly ShownKind[] = [
  'matched',
  'newlyMatched',
  'lost',
  'links',
  'breaks',
  'unknown',
  'thirdParty',
  'sameOrigin',
  'undecided',
];
/** What is excluded gets no header, so that its outcomes say nothing of the pattern. */
const outcomesOfHeader: ReadonlySet<ShownKind> = new Set(['links', 'breaks', 'unknown']);

/** What the pattern reaches, in calls; each count filters the table. `all`: also those that are zero. */
export function ReachCounts({ pattern, all }: { pattern: PatternStore; all: boolean }) {
  const counts = pattern.counts.value;
  if (counts.matched + counts.unmatched + counts.undecided === 0) return null;
  const kinds = inOrder.filter(
    (kind) =>
      (counts[kind] > 0 ||
        pattern.isNarrowedTo(kind) ||
        always.includes(kind) ||
        (all && kind !== 'undecided')) &&
      (pattern.purpose.value !== 'exclusions' || !outcomesOfHeader.has(kind)),
  );
  return (
    <div
      class="reach"
      role="group"
      aria-label="Calls that the pattern reaches"
      aria-busy={pattern.isMatching.value}
    >
      {kinds.map((kind) => (
        <ReachCount key={kind} kind={kind} count={counts[kind]} pattern={pattern} />
      ))}
    </div>
  );
}

function wordsFor(kind: ShownKind, purpose: PatternPurpose): ReachWords {
  return kind === 'matched' && purpose === 'exclusions'
    ? { word: 'excluded', meaning: 'The agent would add neither traceparent nor tracestate to these calls' }
    : reachWords[kind];
}

function ReachCount({ kind, count, pattern }: { kind: ShownKind; count: number; pattern: PatternStore }) {
  const { word, meaning, outcome } = wordsFor(kind, pattern.purpose.value);
  const pressed = pattern.isNarrowedTo(kind);
  return (
    <button
      type="button"
      class="segment reach-count"
      data-reach={kind}
      data-outcome={outcome}
      data-none={count === 0}
      aria-pressed={pressed}
      title={`${plural(count, 'call')}: ${meaning} (click: ${pressed ? 'show all again' : 'show only these'})`}
      onClick={() => pattern.toggleNarrowing(kind)}
    >
      {outcome !== undefined && <OutcomeIcon outcome={outcome} />}
      <span class="segment-count">{count.toLocaleString('en-US')}</span>
      {word}
    </button>
  );
}
