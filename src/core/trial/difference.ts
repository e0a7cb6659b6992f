import type { Verdict } from '../verdict/types';
import type { Difference, TrialMode, Tried } from './types';

/** Why a trial's outcome is not the predicted one; `null`: it is, or the trial could not tell. */
export function differenceOf(predicted: Verdict, tried: Tried, mode: TrialMode): Difference | null {
  if (tried.outcome === predicted.outcome || tried.outcome === 'unknown') return null;
  if (predicted.outcome === 'unknown') return 'answered';
  if (tried.outcome !== 'links') return 'unexpected';
  if (predicted.outcome === 'breaks' && mode === 'as-if-fixed') return 'mended';
  return predicted.outcome === 'unlinked' && !failsToday(predicted) ? 'not-by-agent' : 'unexpected';
}

function failsToday({ reasons }: Verdict): boolean {
  return reasons[0]?.code === 'call-fails';
}
