import type { Signal } from '@preact/signals';
import type { TrialStore } from '../../store/trial/types';
import { CompareIcon, FlaskIcon } from '../icons/site-icons';

interface TrialButtonsProps {
  readonly trial: TrialStore;
  readonly dialogOpen: Signal<boolean>;
  readonly comparisonOpen: Signal<boolean>;
}

/** The trial's switch, and its results in place of the calls. */
export function TrialButtons({ trial, dialogOpen, comparisonOpen }: TrialButtonsProps) {
  const { kind } = trial.state.value;
  const isOn = kind === 'running' || kind === 'stopping' || kind === 'starting';
  return (
    <>
      <button
        type="button"
        class="icon-button labelled"
        aria-label="Live trial"
        aria-pressed={isOn}
        title={isOn ? 'Stop the trial' : 'Try it on the live page…'}
        disabled={kind === 'starting' || kind === 'stopping'}
        onClick={() => (isOn ? trial.stop() : (dialogOpen.value = true))}
      >
        <FlaskIcon />
        <span class="tool-label">Trial</span>
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label="Baseline against trial"
        aria-pressed={comparisonOpen.value}
        title="Baseline against trial"
        onClick={() => (comparisonOpen.value = !comparisonOpen.value)}
      >
        <CompareIcon />
      </button>
    </>
  );
}
