import { classicSet, type HeaderSet } from '../agent/link-headers';
import { alteredBy } from '../exchange/altered-call';
import type { Exchange } from '../exchange/types';
import type { Engine } from '../fetch/types';
import { endpointKey } from '../rollout/endpoint-key';
import { median } from '../rollout/median';
import { catalogue } from '../verdict/catalogue';
import { neverLinks } from '../verdict/no-context';
import { differenceOf, isDeviation } from './difference';
import { foremost, predictTrial, triedBeside, type Prediction } from './prediction';
import { triedCall } from './tried-call';
import type {
  ComparedCall,
  EndpointTrial,
  Tried,
  TrialComparison,
  TrialMode,
  TrialRoute,
  Untried,
} from './types';

export interface ComparedTrial {
  readonly route: TrialRoute;
  readonly mode: TrialMode;
  readonly engine: Engine;
  /** Header route: the headers in trial; default: `x-dtc`. */
  readonly adds?: HeaderSet | undefined;
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
  const endpoints = byEndpoint(baseline, calls);
  const predictions = predictTrial(baseline, trial.route);
  const compared = endpoints.map((endpoint) =>
    compareEndpoint(endpoint, predictions.get(endpoint.identity.key) ?? null, trial),
  );
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
    differing: compared.filter(({ difference }) => isDeviation(difference)).length,
    preflights: {
      perLoad: { before: times.before.length / loads.before, after: times.after.length / loads.after },
      time: { before: total(times.before) / loads.before, after: total(times.after) / loads.after },
      median: times.after.length === 0 ? null : median(times.after),
    },
  };
}

function byEndpoint(baseline: readonly ComparedCall[], calls: readonly ComparedCall[]): readonly Endpoint[] {
  const endpoints = new Map<string, Endpoint>();
  const endpointOf = ({ method, url }: Exchange): Endpoint => {
    const { key, origin, path } = endpointKey(method, url);
    const known = endpoints.get(key) ?? { identity: { key, method, origin, path }, baseline: [], calls: [] };
    endpoints.set(key, known);
    return known;
  };
  for (const call of baseline) endpointOf(call.exchange).baseline.push(call);
  for (const call of calls) endpointOf(call.exchange).calls.push(call);
  return [...endpoints.values()];
}

function compareEndpoint(
  { identity, baseline, calls }: Endpoint,
  prediction: Prediction | null,
  trial: ComparedTrial,
): EndpointTrial {
  const outcomes = calls.flatMap(({ exchange }) =>
    alteredBy(exchange) === null ? [] : [triedBeside(triedIn(exchange, trial), prediction)],
  );
  const tried = foremost(outcomes);
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
    broke: outcomes.filter(({ outcome }) => outcome === 'breaks').length,
    predicted: prediction?.verdict ?? null,
    tried,
    untried: tried === null && calls.length > 0 ? untriedBecause(calls) : null,
    difference:
      prediction === null || tried === null
        ? null
        : differenceOf(prediction.verdict, tried, trial.mode, addedBy(trial)),
    preflights: {
      before: preflightTimes(baseline).length,
      after: preflightTimes(calls).length,
    },
  };
}

function triedIn(exchange: Exchange, trial: ComparedTrial): Tried {
  return triedCall(exchange, trial.route, trial.mode, trial.engine, addedBy(trial));
}

/** The headers in trial. */
function addedBy({ route, adds = classicSet }: ComparedTrial): HeaderSet {
  return route === 'header' ? adds : [];
}

function untriedBecause(calls: readonly ComparedCall[]): Untried {
  for (const { exchange } of calls) {
    const never = neverLinks(exchange);
    if (never !== null) return { kind: 'not-possible', why: catalogue[never].title };
    const effect = exchange.trial?.effect;
    if (effect?.kind === 'not-possible') return { kind: 'not-possible', why: effect.why };
    if (effect?.kind === 'already' || effect?.kind === 'not-matched') return { kind: effect.kind };
  }
  const seen = calls.find(({ exchange }) => exchange.hook !== undefined)?.exchange;
  if (seen === undefined) return { kind: 'unseen' };
  return { kind: beginsUntold(seen) ? 'never-in-time' : 'not-in-force' };
}

/** A sandboxed document without a response of its own: neither a header nor a storage can tell it of the trial. */
function beginsUntold({ initiatorOrigin, hook }: Exchange): boolean {
  return initiatorOrigin === 'null' && !/^https?:/.test(hook?.documentUrl ?? '');
}

/** Whether context arrived: by the trial, or without its doing. */
function linksInTrial({ exchange, verdicts }: ComparedCall, trial: ComparedTrial): boolean {
  const { outcome } = alteredBy(exchange) === null ? verdicts.today : triedIn(exchange, trial);
  return outcome === 'links';
}

/** How often the page was loaded, at least once. */
function loadsOf(calls: readonly ComparedCall[]): number {
  const loads = new Set(calls.flatMap(({ exchange }) => exchange.pageref ?? []));
  return Math.max(1, loads.size);
}

/** ms of each preflight. */
function preflightTimes(calls: readonly ComparedCall[]): readonly number[] {
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
