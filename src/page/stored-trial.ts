import { bootstrapGlobal, readStoredTrial, trialStorageKey } from '../protocol/trial-bootstrap';
import { handedOver } from '../protocol/trial-handover';
import type { Trial } from '../protocol/trial';
import { getOwnPropertyDescriptor, harmless } from './natives';

/**
 * The trial that is to be in force from the first request on: left by the injected script of this load, handed over with the
 * document, or in the session storage of its origin. The page can forge each; the relay corrects what is not the panel's as
 * soon as it is answered.
 */
export function storedTrial(): Trial | null {
  const injected = getOwnPropertyDescriptor(globalThis, bootstrapGlobal)?.value as unknown;
  if (injected !== undefined) {
    Reflect.deleteProperty(globalThis, bootstrapGlobal);
    return readStoredTrial(injected);
  }
  const handover = harmless(handedOver) ?? null;
  if (handover?.kind === 'trial') return handover.trial;
  if (handover?.kind === 'none') return null;
  // sandboxed documents have no storage: it throws
  const stored = readStoredTrial(harmless(() => sessionStorage.getItem(trialStorageKey)));
  return handover === null || handover.id === stored?.id ? stored : null;
}
