import { endpointKey } from '../rollout/endpoint-key';
import { attention } from '../rollout/outcome-counts';
import { reason } from '../verdict/reason';
import type { Outcome, Verdict } from '../verdict/types';
import type { ComparedCall, Tried, TrialRoute } from './types';

/** What is known of an endpoint before a trial. */
export interface Prediction {
  /** Of the trial's route; among several calls the one that needs attention most. */
  readonly verdict: Verdict;
  /** Some of its calls work without the trial. */
  readonly works: boolean;
}

/** The predictions by endpoint, from the calls before a trial. */
export function predictTrial(
  baseline: readonly ComparedCall[],
  route: TrialRoute,
): ReadonlyMap<string, Prediction> {
  const predictions = new Map<string, Prediction>();
  for (const { exchange, verdicts } of baseline) {
    const { key } = endpointKey(exchange.method, exchange.url);
    const known = predictions.get(key);
    const verdict = verdicts[route];
    predictions.set(key, {
      verdict: known === undefined ? verdict : (foremost([known.verdict, verdict]) ?? verdict),
      works: known?.works === true || verdicts.today.reasons[0]?.code !== 'call-fails',
    });
  }
  return predictions;
}

/** A trial breaks only what works without: a call that fails anyway stays unlinked. */
export function triedBeside(tried: Tried, prediction: Prediction | null): Tried {
  if (tried.outcome !== 'breaks' || prediction === null || prediction.works) return tried;
  const { text, evidence } = tried.because;
  return {
    outcome: 'unlinked',
    because: reason('call-fails', `The call fails without the trial, too. In it: ${text}`, evidence),
  };
}

/** The one whose outcome needs attention most, of equal ones the first. */
export function foremost<T extends { readonly outcome: Outcome }>(all: readonly T[]): T | null {
  let first: T | null = null;
  for (const one of all) {
    if (first === null || attention.indexOf(one.outcome) < attention.indexOf(first.outcome)) first = one;
  }
  return first;
}
