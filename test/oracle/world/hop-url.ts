import type { ServerHop } from './case';

/** Absolute URL of a hop: unique, so that no cache answers for the server. */
export function hopUrl(hop: ServerHop, caseId: number, index: number): string {
  return `${hop.origin}${hop.path}?case=${caseId}&hop=${index}`;
}

/** Which hop of which case a request target names; `null`: another page of the world. */
export function readHopTarget(target: string): { caseId: number; index: number } | null {
  const match = /\?case=(\d+)&hop=(\d+)$/.exec(target);
  return match ? { caseId: Number(match[1]), index: Number(match[2]) } : null;
}
