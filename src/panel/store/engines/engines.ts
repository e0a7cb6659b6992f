import { computed, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Engine, EngineDifference, ShippingEngine } from '../../../core';
import type { JudgedExchanges } from '../judged/judged-exchanges';
import type { Scheduler } from '../scheduler';
import { createDifferingCalls } from './differing-calls';
import type { DifferingEndpoint, EnginesStore, JudgeFor } from './types';

export interface EnginesOptions {
  /** The browser that made the calls. */
  readonly own: Engine;
  readonly judgeFor: Signal<JudgeFor>;
  readonly exchanges: JudgedExchanges;
  readonly scheduler: Scheduler;
}

export function createEnginesStore({ own, judgeFor, exchanges, scheduler }: EnginesOptions): EnginesStore {
  const calls = createDifferingCalls(exchanges, scheduler);
  return {
    own,
    judgeFor,
    judgedFor: judgedFor(own, judgeFor),
    calls,
    endpoints: computed(() => differingEndpoints(calls.value, exchanges.rollout.keyOf)),
  };
}

/** The engine that a choice comes to. */
export function judgedFor(own: Engine, judgeFor: ReadonlySignal<JudgeFor>): ReadonlySignal<Engine> {
  return computed(() => (judgeFor.value === 'own' ? own : judgeFor.value));
}

/** The endpoints of differing calls, by their keys. */
export function differingEndpoints(
  calls: ReadonlyMap<string, readonly EngineDifference[]>,
  keyOf: (id: string) => string | null,
): ReadonlyMap<string, DifferingEndpoint> {
  const endpoints = new Map<string, { calls: number; engines: ShippingEngine[] }>();
  for (const [id, differences] of calls) {
    const key = keyOf(id);
    if (key === null) continue;
    const endpoint = endpoints.get(key) ?? { calls: 0, engines: [] };
    endpoint.calls += 1;
    for (const { engine } of differences)
      if (!endpoint.engines.includes(engine)) endpoint.engines.push(engine);
    endpoints.set(key, endpoint);
  }
  return endpoints;
}
