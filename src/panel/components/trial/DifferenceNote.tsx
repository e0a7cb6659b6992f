import type { Difference } from '../../../core';
import { NoteIcon, WarningIcon } from '../icons/sign-icons';
import { differenceWords } from './trial-words';

/** How the trial's outcome stands to what was predicted. */
export function DifferenceNote({ difference }: { difference: Difference }) {
  const isWarning = difference === 'unexpected' || difference === 'answer-changed';
  return (
    <p class={isWarning ? 'difference warned' : 'difference'}>
      {isWarning ? <WarningIcon /> : <NoteIcon />}
      {differenceWords[difference]}
    </p>
  );
}
