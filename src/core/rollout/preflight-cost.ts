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
  /** The median of the preflights that were seen; without any, of the cross-origin calls' own durations. */
  estimate(): RolloutSummary['preflightCost'];
}

export function createPreflightCost(): PreflightCost {
  const preflights = new Map<string, number>();
  const responses = new Map<string, number>();
  return {
    set(exchange) {
      for (const hop of exchange.hops) {
        if (hop.preflight?.response) keepNewest(preflights, exchange.id, hop.preflight.duration);
        else if (hop.response && !hop.url.startsWith(`${exchange.initiatorOrigin}/`)) {
          keepNewest(responses, exchange.id, hop.duration);
        }
      }
    },
    remove(id) {
      preflights.delete(id);
      responses.delete(id);
    },
    clear() {
      preflights.clear();
      responses.clear();
    },
    estimate() {
      const basis = preflights.size > 0 ? 'preflights' : 'responses';
      const samples = [...(basis === 'preflights' ? preflights : responses).values()].slice(-sampleLimit);
      if (samples.length === 0) return null;
      return { median: median(samples), basis, samples: samples.length };
    },
  };
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
