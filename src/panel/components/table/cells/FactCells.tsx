import type { Outcome } from '../../../../core';
import type { PreflightState, TierState } from '../../../store/types';
import { OutcomeLabel } from '../../outcome/OutcomeLabel';

export function OutcomeCell({ outcome, sentence }: { outcome: Outcome; sentence: string | undefined }) {
  return (
    <div role="gridcell" class="cell" title={sentence}>
      <OutcomeLabel outcome={outcome} />
    </div>
  );
}

const preflightWords: Readonly<Record<PreflightState, string>> = {
  seen: 'seen',
  added: 'would be added',
  none: '–',
};

const preflightMeanings: Readonly<Record<PreflightState, string>> = {
  seen: 'The browser asked first: an OPTIONS was seen',
  added: 'A route would make the browser ask first; today it does not',
  none: 'No preflight today, and no route would add one',
};

export function PreflightCell({ state }: { state: PreflightState }) {
  return (
    <div role="gridcell" class={`cell ${state === 'none' ? 'subtle' : ''}`} title={preflightMeanings[state]}>
      {preflightWords[state]}
    </div>
  );
}

export function TierCell({ state }: { state: TierState }) {
  const seen = state === 'seen';
  const meaning = seen
    ? 'Response headers show a OneAgent on the first tier'
    : 'No response header shows a OneAgent; that proves nothing';
  return (
    <div role="gridcell" class={`cell ${seen ? '' : 'subtle'}`} title={meaning}>
      {seen ? 'seen' : 'not seen'}
    </div>
  );
}

/** Any other fact in plain text. */
export function TextCell({ text, kind = '' }: { text: string; kind?: string }) {
  return (
    <div role="gridcell" class={`cell ${kind}`} title={text}>
      {text}
    </div>
  );
}
