import { tokenize } from '../filter/tokens';
import type { ReachKind } from '../judged/pattern-tally';

/** Words of the filter that leave just the calls of a kind. */
const words: Readonly<Record<ReachKind, readonly string[]>> = {
  matched: ['is:matched'],
  unmatched: ['is:unmatched'],
  undecided: ['is:match-unknown'],
  newlyMatched: ['is:newly-matched'],
  lost: ['is:lost'],
  links: ['is:matched', 'header:links'],
  breaks: ['is:matched', 'header:breaks'],
  unknown: ['-is:unmatched', 'header:unknown'],
  thirdParty: ['is:matched', 'is:cross-site'],
  sameOrigin: ['is:matched', 'is:same-origin'],
};

const allWords = new Set(Object.values(words).flat());

/** Whether the filter's text narrows to calls of this kind. */
export function narrowsToReach(text: string, kind: ReachKind): boolean {
  const present = rawWords(text).filter((word) => allWords.has(word));
  return present.toSorted().join(' ') === words[kind].toSorted().join(' ');
}

/** The filter's text narrowed to calls of this kind, in place of any other; without it where it was there. */
export function toggleReach(text: string, kind: ReachKind): string {
  const others = rawWords(text).filter((word) => !allWords.has(word));
  return [...others, ...(narrowsToReach(text, kind) ? [] : words[kind])].join(' ');
}

function rawWords(text: string): readonly string[] {
  return tokenize(text).map(({ raw }) => raw);
}
