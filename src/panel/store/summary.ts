import { computed, type ReadonlySignal, type Signal } from '@preact/signals';
import { rolloutAnswer, type RolloutSummary } from '../../core';
import { isNarrowedTo, toggleNarrowing } from './filter/narrow';
import type { SummaryStore } from './types';

export function createSummaryStore(
  summary: ReadonlySignal<RolloutSummary>,
  filter: Signal<string>,
): SummaryStore {
  return {
    summary,
    answer: computed(() => rolloutAnswer(summary.value)),
    isNarrowedTo: (route, outcome) => isNarrowedTo(filter.value, route, outcome),
    toggleOutcome: (route, outcome) => {
      filter.value = toggleNarrowing(filter.value, route, outcome);
    },
  };
}
