import { signal, type ReadonlySignal } from '@preact/signals';
import { engineDifferences, type EngineDifference } from '../../../core';
import type { Judged } from '../judged/judged';
import type { JudgedChange } from '../judged/judgements';
import type { Scheduler } from '../scheduler';

/** ms of judging at a time. */
const sliceLength = 6;

interface ChangingCalls {
  onChange(listener: (change: JudgedChange, cleared: boolean) => void): void;
}

/**
 * The calls that another browser judges otherwise, by their ids. Every call is judged for the other browsers once, in
 * slices behind everything else: the table does not wait for it.
 */
export function createDifferingCalls(
  calls: ChangingCalls,
  scheduler: Scheduler,
): ReadonlySignal<ReadonlyMap<string, readonly EngineDifference[]>> {
  const differing = signal<ReadonlyMap<string, readonly EngineDifference[]>>(new Map());
  const waiting = new Map<string, Judged>();
  let isWorking = false;

  const work = (): void => {
    const end = scheduler.now() + sliceLength;
    const next = new Map(differing.peek());
    let isNews = false;
    for (const [id, { exchange, verdicts, facts }] of waiting) {
      waiting.delete(id);
      const differences = engineDifferences(exchange, verdicts, facts);
      if (differences.length > 0) next.set(id, differences);
      if (differences.length > 0 || next.delete(id)) isNews = true;
      if (scheduler.now() >= end) break;
    }
    if (isNews) differing.value = next;
    isWorking = waiting.size > 0;
    if (isWorking) scheduler.after(work, 0);
  };

  calls.onChange(({ gone, fresh }, cleared) => {
    const kept = new Set(fresh.map(({ exchange }) => exchange.id));
    const left = gone.filter(({ exchange }) => !kept.has(exchange.id)).map(({ exchange }) => exchange.id);
    if (cleared) waiting.clear();
    for (const id of left) waiting.delete(id);
    if (cleared || left.some((id) => differing.peek().has(id))) {
      const stays = ([id]: readonly [string, unknown]): boolean => !cleared && !left.includes(id);
      differing.value = new Map([...differing.peek()].filter(stays));
    }
    for (const judged of fresh) waiting.set(judged.exchange.id, judged);
    if (waiting.size === 0 || isWorking) return;
    isWorking = true;
    scheduler.after(work, 0);
  });

  return differing;
}
