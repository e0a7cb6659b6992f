import { startDecision } from './decision';
import { failureToday } from './failure-today';
import type { JudgedCall } from './judged-call';
import { reason } from './reason';
import type { Verdict } from './types';

/**
 * The verdict for an engine in which the call was not made. That the browser which made it refused it, by a rule that the
 * other does not have, is no failure there: how it would go on was not seen.
 */
export function seenElsewhere(call: JudgedCall, verdict: Verdict): Verdict {
  if (verdict.reasons[0]?.code !== 'call-fails' || !refusedElsewhereOnly(call)) return verdict;
  const decision = startDecision();
  const because = reason(
    'response-not-seen',
    'The browser that made this call refused it by a rule that this one does not have; how it would go on was not seen.',
  );
  decision.unknown('The call works today', because);
  return decision.verdict('unknown', because);
}

function refusedElsewhereOnly({ exchange, request, failure, context }: JudgedCall): boolean {
  const { engine, recordedIn = engine } = context.page;
  if (recordedIn === engine || failure?.failure.reason !== 'network-error') return false;
  const there = failureToday(exchange, request, recordedIn);
  return there !== null && there.failure.reason !== 'network-error';
}
