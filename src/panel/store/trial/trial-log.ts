import { computed, signal, type ReadonlySignal } from '@preact/signals';
import {
  alteredBy,
  attention,
  compareTrial,
  differenceOf,
  endpointKey,
  predictTrial,
  triedBeside,
  triedCall,
  type ComparedCall,
  type Engine,
  type Exchange,
  type Prediction,
  type TrialComparison,
  type Verdict,
} from '../../../core';
import { trialHeaders, type Trial } from '../../../protocol/trial';
import type { TriedCall } from './types';

/** Calls of a trial that are kept, and characters of their URLs and headers; of a long trial the earliest go. */
const capacity = { calls: 20_000, characters: 50_000_000 };

/** The calls from before a trial and those that were made in it. Both outlive the log, which every load may empty. */
export interface TrialLog {
  readonly comparison: ReadonlySignal<TrialComparison | null>;
  /** A trial begins; what was seen until now is its baseline. */
  begin(trial: Trial, baseline: readonly ComparedCall[]): void;
  /** Calls made in the trial, new ones or known ones that changed. */
  put(calls: readonly ComparedCall[]): void;
  /** Calls of the trial that had to go. */
  readonly forgotten: ReadonlySignal<number>;
  triedCall(exchangeId: string): TriedCall | null;
  triedEndpoint(key: string): TriedCall | null;
}

interface Current {
  readonly trial: Trial;
  readonly baseline: readonly ComparedCall[];
}

export function createTrialLog(engine: Engine): TrialLog {
  const current = signal<Current | null>(null);
  const revision = signal(0);
  const forgotten = signal(0);
  let characters = 0;
  const calls = new Map<string, ComparedCall>();
  const tried = new Map<string, TriedCall>();
  const idsByEndpoint = new Map<string, Set<string>>();
  let predictions: ReadonlyMap<string, Prediction> = new Map();

  const judge = (exchange: Exchange, trial: Trial): TriedCall | null => {
    const { change, mode } = trial;
    const adds = trialHeaders(trial);
    if (alteredBy(exchange) === null) return null;
    const prediction = predictions.get(keyOf(exchange)) ?? null;
    const outcome = triedBeside(triedCall(exchange, change.route, mode, engine, adds), prediction);
    const predicted = prediction?.verdict ?? null;
    const difference = predicted === null ? null : differenceOf(predicted, outcome, mode, adds);
    return { ...outcome, route: change.route, mode, predicted, difference };
  };

  const forget = (call: ComparedCall): void => {
    const { exchange } = call;
    calls.delete(exchange.id);
    tried.delete(exchange.id);
    const ids = idsByEndpoint.get(keyOf(exchange));
    if (ids?.delete(exchange.id) === true && ids.size === 0) idsByEndpoint.delete(keyOf(exchange));
    characters -= charactersOf(exchange);
  };

  const makeRoom = (): void => {
    for (const earliest of calls.values()) {
      if (calls.size <= capacity.calls && characters <= capacity.characters) return;
      forget(earliest);
      forgotten.value += 1;
    }
  };

  const note = (call: ComparedCall, trial: Trial): void => {
    const { exchange } = call;
    const before = calls.get(exchange.id);
    if (before !== undefined) characters -= charactersOf(before.exchange);
    calls.set(exchange.id, call);
    characters += charactersOf(exchange);
    const outcome = judge(exchange, trial);
    if (outcome === null) return;
    tried.set(exchange.id, outcome);
    const ids = idsByEndpoint.get(keyOf(exchange)) ?? new Set();
    idsByEndpoint.set(keyOf(exchange), ids.add(exchange.id));
  };

  return {
    comparison: computed(() => {
      void revision.value;
      if (current.value === null) return null;
      const { trial, baseline } = current.value;
      const { change, mode } = trial;
      const compared = { route: change.route, mode, engine, adds: trialHeaders(trial) };
      return compareTrial(baseline, [...calls.values()], compared);
    }),
    begin: (trial, baseline) => {
      for (const known of [calls, tried, idsByEndpoint]) known.clear();
      characters = 0;
      forgotten.value = 0;
      predictions = predictTrial(baseline, trial.change.route);
      current.value = { trial, baseline };
      revision.value += 1;
    },
    put: (fresh) => {
      const trial = current.peek()?.trial;
      if (trial === undefined || fresh.length === 0) return;
      for (const call of fresh) note(call, trial);
      makeRoom();
      revision.value += 1;
    },
    forgotten,
    triedCall: (id) => {
      void revision.value;
      return tried.get(id) ?? null;
    },
    triedEndpoint: (key) => {
      void revision.value;
      const all = [...(idsByEndpoint.get(key) ?? [])].flatMap((id) => tried.get(id) ?? []);
      return all.sort(byAttention)[0] ?? null;
    },
  };
}

function charactersOf({ hops }: Exchange): number {
  let count = 0;
  for (const { url, requestHeaders, response } of hops) {
    count += url.length;
    for (const headers of [requestHeaders, response?.headers ?? []])
      for (const [name, value] of headers) count += name.length + value.length;
  }
  return count;
}

function keyOf({ method, url }: Exchange): string {
  return endpointKey(method, url).key;
}

function byAttention(a: Pick<Verdict, 'outcome'>, b: Pick<Verdict, 'outcome'>): number {
  return attention.indexOf(a.outcome) - attention.indexOf(b.outcome);
}
