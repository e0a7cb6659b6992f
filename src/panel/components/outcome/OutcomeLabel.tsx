import type { Outcome } from '../../../core';
import { OutcomeIcon } from '../icons/outcome-icons';
import { outcomeMeanings } from './outcome-words';
import './outcome.css';

/** An outcome as icon, word and colour. `badge` gives it a surface of its own. */
export function OutcomeLabel({ outcome, badge = false }: { outcome: Outcome; badge?: boolean }) {
  return (
    <span
      class={`outcome ${badge ? 'outcome-badge' : ''}`}
      data-outcome={outcome}
      title={badge ? outcomeMeanings[outcome] : undefined}
    >
      <OutcomeIcon outcome={outcome} />
      <span class="outcome-word">{outcome}</span>
    </span>
  );
}
