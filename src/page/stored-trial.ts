import { bootstrapGlobal, readStoredTrial, trialStorageKey } from '../protocol/trial-bootstrap';
import type { Trial } from '../protocol/trial';
import { getOwnPropertyDescriptor, harmless } from './natives';

/**
 * The trial that is to be in force from the first request on: left by the injected script of this load, or in the session
 * storage by an earlier one. The page can write both; the relay corrects what is not the panel's as soon as it is answered.
 */
export function storedTrial(): Trial | null {
  const injected = getOwnPropertyDescriptor(globalThis, bootstrapGlobal)?.value as unknown;
  if (injected !== undefined) {
    Reflect.deleteProperty(globalThis, bootstrapGlobal);
    return readStoredTrial(injected);
  }
  // sandboxed documents have no storage: it throws
  return readStoredTrial(harmless(() => sessionStorage.getItem(trialStorageKey)));
}
