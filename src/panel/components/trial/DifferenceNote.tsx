import type { Difference } from '../../../core';
import { NoteIcon, WarningIcon } from '../icons/sign-icons';
import { differenceWords } from './trial-words';

/** How the trial's outcome stands to what was predicted. */
export function DifferenceNote({ difference }: { difference: Difference }) {
  return (
    <p class={difference === 'unexpected' ? 'difference warned' : 'difference'}>
      {difference === 'unexpected' ? <WarningIcon /> : <NoteIcon />}
      {differenceWords[difference]}
    </p>
  );
}
