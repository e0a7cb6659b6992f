import type { Exchange } from '../exchange/types';
import { median } from './median';
import type { RolloutSummary } from './types';

/** How many of the newest durations the median is taken over, so that its cost does not grow with the log. */
const sampleLimit = 500;
/** How many are let gather before those that are too old go: to drop them one by one would cost more. */
const keptLimit = 2 * sampleLimit;

/** What one more round trip costs on this page, from the round trips that were seen. */
export interface PreflightCost {
  set(exchange: Exchange): void;
  remove(id: string): void;
  clear(): void;
  estimate(): RolloutSummary['preflightCost'];
}

export function createPreflightCost(): PreflightCost {
  const preflights = new Map<string, number>();
  const responses = new Map<string, number>();
  return {
    set(exchange) {
      const { preflight, response } = roundTrips(exchange);
      if (preflight !== null) keepNewest(preflights, exchange.id, preflight);
      if (response !== null) keepNewest(responses, exchange.id, response);
    },
    remove(id) {
      preflights.delete(id);
      responses.delete(id);
    },
    clear() {
      preflights.clear();
      responses.clear();
    },
    estimate: () => estimated([...preflights.values()], [...responses.values()]),
  };
}

/** How long the last preflight of a call took, and its last cross-origin answer that had none, ms; `null`: there was none. */
export function roundTrips({ hops, initiatorOrigin }: Exchange): {
  readonly preflight: number | null;
  readonly response: number | null;
} {
  let preflight: number | null = null;
  let response: number | null = null;
  for (const hop of hops) {
    if (hop.preflight?.response) preflight = hop.preflight.duration;
    else if (hop.response && !hop.url.startsWith(`${initiatorOrigin}/`)) response = hop.duration;
  }
  return { preflight, response };
}

/** The median of the preflights that were seen; without any, of the cross-origin calls' own durations. Of both, the newest come last. */
export function estimated(
  preflights: readonly number[],
  responses: readonly number[],
): RolloutSummary['preflightCost'] {
  const basis = preflights.length > 0 ? 'preflights' : 'responses';
  const samples = (basis === 'preflights' ? preflights : responses).slice(-sampleLimit);
  if (samples.length === 0) return null;
  return { median: median(samples), basis, samples: samples.length };
}

function keepNewest(samples: Map<string, number>, id: string, duration: number): void {
  samples.delete(id);
  samples.set(id, duration);
  if (samples.size < keptLimit) return;
  for (const old of samples.keys()) {
    if (samples.size <= sampleLimit) return;
    samples.delete(old);
  }
}
