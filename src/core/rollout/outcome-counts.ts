import type { Outcome, Route } from '../verdict/types';
import type { OutcomeCounts } from './types';

/** Which outcome stands for an endpoint whose calls differ: the one that needs attention most. */
export const attention: readonly Outcome[] = ['breaks', 'unknown', 'unlinked', 'cannot', 'links'];

/** How many calls come to which outcome on each route. */
export type RouteCounts = Record<Route, Record<Outcome, number>>;

export function noneCounted(): RouteCounts {
  return { today: zeroes(), cookies: zeroes(), header: zeroes() };
}

function zeroes(): Record<Outcome, number> {
  return { links: 0, breaks: 0, unlinked: 0, cannot: 0, unknown: 0 };
}

/** `undefined`: nothing was counted. */
export function standingOutcome(counts: OutcomeCounts): Outcome | undefined {
  return attention.find((outcome) => counts[outcome] > 0);
}
