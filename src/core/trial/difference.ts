import type { Verdict } from '../verdict/types';
import type { Difference, TrialMode, Tried } from './types';

/** Why a trial's outcome is not the predicted one; `null`: it is, or the trial could not tell. */
export function differenceOf(predicted: Verdict, tried: Tried, mode: TrialMode): Difference | null {
  if (tried.outcome === predicted.outcome || tried.outcome === 'unknown') return null;
  const isLikely = predicted.reasons[0]?.code === 'header-likely-accepted';
  if (predicted.outcome === 'unknown' || isLikely) return 'answered';
  if (tried.outcome !== 'links') return 'unexpected';
  const refuses = predicted.outcome === 'breaks' || failsToday(predicted);
  if (refuses) return mode === 'as-if-fixed' ? 'mended' : 'unexpected';
  return predicted.outcome === 'unlinked' ? 'not-by-agent' : 'unexpected';
}

function failsToday({ reasons }: Verdict): boolean {
  return reasons[0]?.code === 'call-fails';
}
