import type { HeaderSet } from '../agent/link-headers';
import type { Verdict } from '../verdict/types';
import type { Difference, TrialMode, Tried } from './types';

/**
 * Why a trial's outcome is not the predicted one; `null`: it is, or the trial could not tell. `adds`: the headers in trial,
 * none on the cookie route.
 */
export function differenceOf(
  predicted: Verdict,
  tried: Tried,
  mode: TrialMode,
  adds: HeaderSet = [],
): Difference | null {
  if (tried.outcome === predicted.outcome || tried.outcome === 'unknown') return null;
  if (!isAbout(predicted, adds)) return 'not-by-agent';
  const isLikely = predicted.reasons[0]?.code === 'header-likely-accepted';
  if (predicted.outcome === 'unknown' || isLikely) return 'answered';
  const otherwise = isProbed(predicted) ? 'answer-changed' : 'unexpected';
  if (tried.outcome === 'breaks') return predicted.outcome === 'links' ? otherwise : 'unexpected';
  if (tried.outcome !== 'links') return 'unexpected';
  if (predicted.outcome === 'breaks') return mode === 'as-if-fixed' ? 'mended' : otherwise;
  if (failsToday(predicted)) return mode === 'as-if-fixed' ? 'mended' : 'unexpected';
  return predicted.outcome === 'unlinked' ? 'not-by-agent' : 'unexpected';
}

/** Whether the trial's outcome is another than predicted for a reason that lies neither in the question nor in the trial. */
export function isDeviation(difference: Difference | null): boolean {
  return difference === 'unexpected' || difference === 'answer-changed' || difference === 'not-by-agent';
}

/** What the agent would add otherwise says nothing of the headers in trial. */
function isAbout({ adds }: Verdict, inTrial: HeaderSet): boolean {
  return adds === undefined || inTrial.every((name) => adds.includes(name));
}

function isProbed({ reasons }: Verdict): boolean {
  return reasons.some(({ code }) => code === 'probed');
}

function failsToday({ reasons }: Verdict): boolean {
  return reasons[0]?.code === 'call-fails';
}
