import type { Trial } from '../protocol/trial';
import { trialStorageKey } from '../protocol/trial-bootstrap';

/** Leaves the trial in the session storage of this origin and tab, or takes it away. */
export function keepTrial(trial: Trial | null): void {
  try {
    if (trial === null) sessionStorage.removeItem(trialStorageKey);
    else sessionStorage.setItem(trialStorageKey, JSON.stringify(trial));
  } catch {
    // sandboxed documents have no storage, and a full one takes nothing: there the trial begins with the relay's first answer
  }
}
