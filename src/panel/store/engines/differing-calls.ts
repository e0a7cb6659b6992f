import { signal, type ReadonlySignal } from '@preact/signals';
import { engineDifferences, type EngineDifference } from '../../../core';
import type { Judged } from '../judged/judged';
import type { JudgedChange } from '../judged/judgements';
import type { Scheduler } from '../scheduler';

/** ms of judging at a time. */
const sliceLength = 6;
/** News are published in the midst of the work when they are this part of what is known: copying it all costs a slice's time. */
const worthwhileNews = 1 / 4;

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
  const found = new Map<string, readonly EngineDifference[]>();
  const waiting = new Map<string, Judged>();
  let unpublished = 0;
  let isWorking = false;

  const publish = (): void => {
    if (unpublished > 0) differing.value = new Map(found);
    unpublished = 0;
  };

  const forget = (id: string): boolean => {
    const wasFound = found.delete(id);
    if (wasFound) unpublished += 1;
    return wasFound;
  };

  const judge = (id: string, { exchange, verdicts, facts }: Judged): void => {
    const differences = engineDifferences(exchange, verdicts, facts);
    if (differences.length === 0) forget(id);
    else {
      found.set(id, differences);
      unpublished += 1;
    }
  };

  const work = (): void => {
    const end = scheduler.now() + sliceLength;
    for (const [id, judged] of waiting) {
      waiting.delete(id);
      judge(id, judged);
      if (scheduler.now() >= end) break;
    }
    isWorking = waiting.size > 0;
    if (!isWorking || unpublished >= differing.peek().size * worthwhileNews) publish();
    if (isWorking) scheduler.after(work, 0);
  };

  calls.onChange(({ gone, fresh }, cleared) => {
    const kept = new Set(fresh.map(({ exchange }) => exchange.id));
    const goneIds = gone.map(({ exchange }) => exchange.id).filter((id) => !kept.has(id));
    const left = cleared ? [...found.keys()] : goneIds;
    if (cleared) waiting.clear();
    for (const id of left) waiting.delete(id);
    if (left.filter(forget).length > 0) publish();
    for (const judged of fresh) waiting.set(judged.exchange.id, judged);
    if (waiting.size === 0 || isWorking) return;
    isWorking = true;
    scheduler.after(work, 0);
  });

  return differing;
}
