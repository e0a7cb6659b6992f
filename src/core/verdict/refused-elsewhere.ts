import type { Decision } from './decision';
import { failureToday } from './failure-today';
import type { JudgedCall } from './judged-call';
import { reason } from './reason';
import type { Conclusion } from './types';

/**
 * Whether a call fails only because the browser which made it refused it, by a rule that the engine judged for does not
 * have: that is no failure there.
 */
export function failsElsewhereOnly({ exchange, request, failure, context }: JudgedCall): boolean {
  const { engine, recordedIn = engine } = context.page;
  if (recordedIn === engine || failure?.failure.reason !== 'network-error') return false;
  const there = failureToday(exchange, request, recordedIn);
  return there !== null && there.failure.reason !== 'network-error';
}

/** The conclusion for an engine in which such a call was not made: how it would go on was not seen. */
export function unseenHere(decision: Decision): Conclusion {
  const because = reason(
    'response-not-seen',
    'The browser that made this call refused it by a rule that this one does not have; how it would go on was not seen.',
  );
  decision.unknown('The call works today', because);
  return decision.verdict('unknown', because);
}
