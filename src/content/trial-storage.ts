import type { Trial } from '../protocol/trial';
import { trialStorageKey } from '../protocol/trial-bootstrap';
import { handedOver } from '../protocol/trial-handover';

/** Leaves the trial in the session storage of this origin and tab, or takes it away. */
export function keepTrial(trial: Trial | null): void {
  try {
    if (trial === null) sessionStorage.removeItem(trialStorageKey);
    else sessionStorage.setItem(trialStorageKey, JSON.stringify(trial));
  } catch {
    // sandboxed documents have no storage, and a full one takes nothing: there the trial begins with the relay's first answer
  }
}

/**
 * Sets the storage right at the document's start: the hook of a document that nothing is handed over with begins with what it
 * holds, and a trial that is over may have been left there while another document was shown.
 */
export function adjustStorage(isTrialInForce: boolean): void {
  const handover = isTrialInForce ? handedOver() : { kind: 'none' as const };
  if (handover?.kind === 'trial') keepTrial(handover.trial);
  if (handover?.kind === 'none') keepTrial(null);
}
