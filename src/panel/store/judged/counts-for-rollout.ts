import type { Exchange } from '../../../core';

/** The agent's own beacons, and preflights that no request claimed, are no calls that a rollout is about. */
export function countsForRollout({ api }: Exchange): boolean {
  return api !== 'agent-beacon' && api !== 'preflight';
}
