import type { Engine } from '../../../src/core';
import type { OracleCase } from '../world/case';
import type { Disagreement } from './compare';

/** A difference with a documented cause outside the core's inputs (docs/oracle.md lists them); `null`: it has none. */
export function explanationOf(
  { call, hops }: OracleCase,
  { aspect }: Disagreement,
  engine: Engine,
): string | null {
  if (engine !== 'chromium' || call.body !== 'stream') return null;
  if (call.mode === 'same-origin') {
    return 'Chromium asks for a stream even in mode same-origin, and then sends nothing';
  }
  const beginsTheSame = aspect === 'causes' || (aspect === 'preflights' && hops.length === 1);
  return beginsTheSame
    ? null
    : 'Chromium uploads streams over HTTP/2 and later only; the servers speak HTTP/1.1';
}
