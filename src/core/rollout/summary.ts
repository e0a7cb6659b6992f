import type { ReasonCode } from '../verdict/reason';
import { routes } from '../verdict/types';
import type { Conclusion } from '../verdict/types';
import { noneCounted, standingOutcome } from './outcome-counts';
import type { RouteCounts } from './outcome-counts';
import type { RolloutSummary } from './types';

/** An endpoint as far as a summary looks at it. */
export interface SummedEndpoint {
  readonly counts: RouteCounts;
  /** The verdict that stands for its calls on the header route. */
  readonly header: Conclusion;
}

/** How many endpoints come to which outcome, and why some are unknown. */
export function summed(
  endpoints: Iterable<SummedEndpoint>,
): Pick<RolloutSummary, 'today' | 'cookies' | 'header' | 'unknownOnHeader'> {
  const sums = noneCounted();
  const unknownOnHeader: Partial<Record<ReasonCode, number>> = {};
  for (const { counts, header } of endpoints) {
    for (const route of routes) {
      const outcome = standingOutcome(counts[route]);
      if (outcome) sums[route][outcome]++;
    }
    const [deciding] = header.reasons;
    if (header.outcome === 'unknown' && deciding) {
      unknownOnHeader[deciding.code] = (unknownOnHeader[deciding.code] ?? 0) + 1;
    }
  }
  return { ...sums, unknownOnHeader };
}
