import { computed, type ReadonlySignal, type Signal } from '@preact/signals';
import { patternObstacle, rolloutAnswer, type Finding, type RolloutSummary } from '../../core';
import { isNarrowedTo, toggleNarrowing } from './filter/narrow';
import type { SummaryStore } from './types';

export function createSummaryStore(
  summary: ReadonlySignal<RolloutSummary>,
  findings: ReadonlySignal<readonly Finding[]>,
  filter: Signal<string>,
): SummaryStore {
  return {
    summary,
    answer: computed(() => rolloutAnswer(summary.value, patternObstacle(findings.value))),
    isNarrowedTo: (route, outcome) => isNarrowedTo(filter.value, route, outcome),
    toggleOutcome: (route, outcome) => {
      filter.value = toggleNarrowing(filter.value, route, outcome);
    },
  };
}
