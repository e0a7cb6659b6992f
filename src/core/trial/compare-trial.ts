import { alteredBy } from '../exchange/altered-call';
import type { Exchange } from '../exchange/types';
import type { Engine } from '../fetch/types';
import { endpointKey } from '../rollout/endpoint-key';
import { median } from '../rollout/median';
import { attention } from '../rollout/rollout';
import type { Outcome, Verdict } from '../verdict/types';
import { differenceOf } from './difference';
import { triedCall } from './tried-call';
import type { ComparedCall, EndpointTrial, TrialComparison, Tried, TrialMode, TrialRoute } from './types';

export interface ComparedTrial {
  readonly route: TrialRoute;
  readonly mode: TrialMode;
  readonly engine: Engine;
}

interface Endpoint {
  readonly identity: { key: string; method: string; origin: string; path: string };
  readonly baseline: ComparedCall[];
  readonly calls: ComparedCall[];
}

/** Sets what the page's calls did without the trial against what they did with it, endpoint by endpoint. */
export function compareTrial(
  baseline: readonly ComparedCall[],
  calls: readonly ComparedCall[],
  trial: ComparedTrial,
): TrialComparison {
  const endpoints = new Map<string, Endpoint>();
  const endpointOf = ({ method, url }: Exchange): Endpoint => {
    const { key, origin, path } = endpointKey(method, url);
    const known = endpoints.get(key) ?? { identity: { key, method, origin, path }, baseline: [], calls: [] };
    endpoints.set(key, known);
    return known;
  };
  for (const call of baseline) endpointOf(call.exchange).baseline.push(call);
  for (const call of calls) endpointOf(call.exchange).calls.push(call);

  const compared = [...endpoints.values()].map((endpoint) => compareEndpoint(endpoint, trial));
  const loads = { before: loadsOf(baseline), after: loadsOf(calls) };
  const sum = (count: (endpoint: EndpointTrial) => number): number =>
    compared.reduce((counted, endpoint) => counted + count(endpoint), 0);
  const times = { before: preflightTimes(baseline), after: preflightTimes(calls) };
  return {
    endpoints: compared.sort(byWeight),
    loads,
    linked: { before: sum(({ before }) => before.linked), after: sum(({ after }) => after.linked) },
    tried: sum(({ after }) => after.tried),
    broke: sum(({ broke }) => broke),
    differing: compared.filter(({ difference }) => difference !== null && difference !== 'answered').length,
    preflights: {
      perLoad: { before: times.before.length / loads.before, after: times.after.length / loads.after },
      time: { before: total(times.before) / loads.before, after: total(times.after) / loads.after },
      median: times.after.length === 0 ? null : median(times.after),
    },
  };
}

function compareEndpoint({ identity, baseline, calls }: Endpoint, trial: ComparedTrial): EndpointTrial {
  const outcomes = calls.flatMap(({ exchange }) =>
    alteredBy(exchange) === null ? [] : [triedCall(exchange, trial.route, trial.mode, trial.engine)],
  );
  const worked = baseline.filter(({ verdicts }) => verdicts.today.reasons[0]?.code !== 'call-fails');
  const predicted = foremost(baseline.map(({ verdicts }) => verdicts[trial.route]));
  const tried = foremost(outcomes);
  const failed = outcomes.filter(({ outcome }) => outcome === 'breaks').length;
  return {
    ...identity,
    before: {
      calls: baseline.length,
      linked: baseline.filter(({ verdicts }) => verdicts.today.outcome === 'links').length,
    },
    after: {
      calls: calls.length,
      linked: calls.filter((call) => linksInTrial(call, trial)).length,
      tried: outcomes.length,
    },
    broke: baseline.length > 0 && worked.length === 0 ? 0 : failed,
    predicted,
    tried,
    difference: differenceAt(predicted, tried, trial.mode, worked.length > 0),
    preflights: {
      before: preflightTimes(baseline).length,
      after: preflightTimes(calls).length,
    },
  };
}

/** A call that fails without the trial, too, is not broken by it. */
function differenceAt(
  predicted: Verdict | null,
  tried: Tried | null,
  mode: TrialMode,
  worked: boolean,
): EndpointTrial['difference'] {
  if (predicted === null || tried === null) return null;
  if (!worked && tried.outcome === 'breaks') return null;
  return differenceOf(predicted, tried, mode);
}

/** Whether context arrived: by the trial, or without its doing. */
function linksInTrial({ exchange, verdicts }: ComparedCall, { route, mode, engine }: ComparedTrial): boolean {
  const { outcome } =
    alteredBy(exchange) === null ? verdicts.today : triedCall(exchange, route, mode, engine);
  return outcome === 'links';
}

function foremost<T extends { readonly outcome: Outcome }>(all: readonly T[]): T | null {
  let first: T | null = null;
  for (const one of all) {
    if (first === null || attention.indexOf(one.outcome) < attention.indexOf(first.outcome)) first = one;
  }
  return first;
}

/** How often the page was loaded, at least once. */
function loadsOf(calls: readonly { readonly exchange: Exchange }[]): number {
  return Math.max(1, new Set(calls.map(({ exchange }) => exchange.pageref)).size);
}

/** ms of each preflight. */
function preflightTimes(calls: readonly { readonly exchange: Exchange }[]): readonly number[] {
  return calls.flatMap(({ exchange }) =>
    exchange.hops.flatMap(({ preflight }) => (preflight === null ? [] : [preflight.duration])),
  );
}

function total(times: readonly number[]): number {
  return times.reduce((sum, time) => sum + time, 0);
}

function byWeight(a: EndpointTrial, b: EndpointTrial): number {
  return weight(b) - weight(a) || (a.key < b.key ? -1 : 1);
}

function weight({ broke, difference, after }: EndpointTrial): number {
  if (broke > 0) return 3;
  if (difference !== null) return 2;
  return after.tried > 0 ? 1 : 0;
}
