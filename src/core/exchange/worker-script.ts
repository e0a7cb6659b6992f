import type { NetworkRecord } from './network-record';

/**
 * Is this the load of a worker's script? Chromium names no type of its own for it, and over http nothing else tells; but
 * neither an element nor a script asked for it.
 */
export function loadsWorker({ named, resourceType, initiatorType }: NetworkRecord): boolean {
  if (named.secFetchDest !== null && /^(?:worker|sharedworker|serviceworker)$/.test(named.secFetchDest))
    return true;
  return named.serviceWorker === 'script' || (resourceType === 'script' && initiatorType === 'other');
}
