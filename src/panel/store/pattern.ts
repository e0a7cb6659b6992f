import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import {
  agentCallOf,
  compilePattern,
  copyFormats,
  matchRange,
  matchStates,
  regexError,
  siteOf,
  urlForms,
} from '../../core';
import type { AgentProfile, Exchange, MatchRange, PageFacts, PatternPurpose } from '../../core';
import type { PanelWorkers } from '../workers/browser-workers';
import { reaches, type Matched, type Reach } from './filter/subject';
import type { JudgedExchanges } from './judged/judged-exchanges';
import { countsForRollout } from './judged/counts-for-rollout';
import { createSeenUrls } from './judged/seen-urls';
import type { Matching } from './matching/matching';
import { createAnalysisClient } from './pattern/analysis-client';
import { createDraftStore } from './pattern/draft-store';
import { foldedRange } from './pattern/folded-range';
import {
  deployedPattern,
  draftFacts,
  draftsThatDiffer,
  purposesOf,
  targetFor,
  taskFor,
} from './pattern/pattern-basis';
import { createPatternFindings } from './pattern/pattern-findings';
import { narrowsToReach, toggleReach } from './pattern/reach-words';
import { createSuggestStore } from './pattern/suggest-store';
import type { PatternStore } from './pattern/types';
import type { Scheduler } from './scheduler';
import type { SettingsStorage } from './settings/persisted';

/** ms; a pattern that took longer on some URL is not run again to show where it matched. */
const quickEnough = 4;

export interface PatternOptions {
  readonly storage: SettingsStorage;
  readonly scheduler: Scheduler;
  readonly workers: PanelWorkers;
  readonly url: ReadonlySignal<string | null>;
  readonly agent: ReadonlySignal<AgentProfile | null>;
  readonly exchanges: Pick<JudgedExchanges, 'all' | 'rollout' | 'revision' | 'patternCounts' | 'onChange'>;
  readonly matching: Matching;
  readonly filter: Signal<string>;
}

/** What the calls are to be judged by as far as it depends on the pattern. */
export interface PatternChoice {
  readonly text: string;
  /** For the judge. */
  readonly facts: Pick<PageFacts, 'pattern' | 'traceContextDraft'>;
  /** `null`: off. */
  readonly task: ReturnType<typeof taskFor>;
  readonly deployedTask: ReturnType<typeof taskFor>;
}

export interface JudgedPatternStore extends PatternStore {
  readonly choice: ReadonlySignal<PatternChoice>;
  /** From now on the calls are judged by this choice. */
  putInForce(choice: PatternChoice, facts: PageFacts): void;
  reachOf(exchange: Exchange): Reach;
}

/** The pattern workbench: drafts beside what is deployed, what each finds in the recorded calls, and what speaks against it. */
export function createPatternStore(options: PatternOptions): JudgedPatternStore {
  const { storage, scheduler, workers, url, agent, exchanges, matching, filter } = options;
  const chosenPurpose = signal<PatternPurpose>('x-dtc');
  const purposes = computed(() => purposesOf(agent.value));
  const purpose = computed(() =>
    purposes.value.includes(chosenPurpose.value) ? chosenPurpose.value : (purposes.value[0] ?? 'x-dtc'),
  );
  const site = computed(() => (url.value === null ? '' : (siteOf(url.value) ?? '')));
  const shelfOf = (each: PatternPurpose): string => `${site.value} ${each}`;
  const drafts = createDraftStore({
    storage,
    shelf: computed(() => shelfOf(purpose.value)),
    now: () => scheduler.now(),
  });
  const deployed = computed(() => deployedPattern(agent.value, purpose.value));
  const target = computed(() => targetFor(agent.value, purpose.value));
  const textOf = (each: PatternPurpose): string =>
    drafts.textOn(shelfOf(each)) ?? deployedPattern(agent.value, each) ?? '';
  const text = computed(() => textOf(purpose.value));
  const drafted = computed(() =>
    draftsThatDiffer(agent.value, purposes.value, (each) => drafts.textOn(shelfOf(each))),
  );
  const choice = computed<PatternChoice>(() => ({
    facts: draftFacts(drafted.value),
    text: text.value,
    task: taskFor(text.value, target.value),
    deployedTask: taskFor(deployed.value ?? '', target.value),
  }));
  const inForce = signal<{ readonly choice: PatternChoice; readonly facts: PageFacts } | null>(null);
  const resultInForce = () => {
    const task = inForce.value?.choice.task ?? null;
    return task === null ? null : matching.resultOf(task);
  };
  const compiledInForce = computed(() => {
    const result = inForce.value?.choice.task ?? null;
    return result === null ? null : compilePattern(result.pattern);
  });

  const seen = createSeenUrls();
  exchanges.onChange((change, cleared) => {
    if (cleared) seen.clear();
    seen.apply(change);
  });
  const findings = createPatternFindings({
    text,
    purpose,
    target,
    tried: computed(() => {
      void exchanges.revision.value;
      return { text: inForce.value?.choice.text ?? '', result: resultInForce() };
    }),
    seen,
    revision: exchanges.revision,
    analysis: createAnalysisClient(workers.analysis, scheduler),
    scheduler,
  });

  const matchIn = (exchange: Exchange): MatchRange | null => {
    const compiled = compiledInForce.value;
    const result = resultInForce();
    if (!countsForRollout(exchange)) return null;
    if (compiled === null || result === null || result.endedAfter !== null) return null;
    if ((result.slowest?.ms ?? 0) > quickEnough) return null;
    if (matching.stateOf(result.task, exchange) !== matchStates.yes) return null;
    return matchRange(compiled, exchange.url, urlForms(agentCallOf(exchange)), target.value);
  };

  return {
    purpose,
    purposes,
    choosePurpose: (next) => void (chosenPurpose.value = next),
    target,
    text,
    textOf,
    deployed,
    isDraft: computed(() => drafted.value[purpose.value] !== undefined),
    otherDrafts: computed(() =>
      purposes.value.filter((each) => each !== purpose.value && drafted.value[each] !== undefined),
    ),
    error: computed(() => (text.value === '' ? null : regexError(text.value))),
    counts: exchanges.patternCounts,
    isMatching: computed(() => inForce.value !== null && inForce.value.choice.text !== text.value),
    findings,
    copyFormats: computed(() => copyFormats(text.value, purpose.value)),
    drafts,
    suggest: createSuggestStore({
      rollout: exchanges.rollout,
      calls: exchanges,
      purpose,
      target,
      facts: computed(() => inForce.value?.facts ?? null),
      matches: matching.matches,
      analysis: createAnalysisClient(workers.analysis, scheduler),
    }),
    isOpen: signal(false),
    edit: (next) => drafts.edit(next, true),
    replace: (next) => drafts.edit(next, false),
    revert: () => {
      if (drafts.text.peek() !== null) drafts.edit(deployed.peek() ?? '', false);
    },
    matchIn,
    matchInRow: (row) => {
      if (row.kind === 'exchange') return matchIn(row.exchange)?.shown ?? null;
      if (row.kind !== 'endpoint') return null;
      const { origin, path } = row.endpoint;
      for (const id of row.endpoint.exchanges) {
        const judged = exchanges.all.get(id);
        if (judged?.reach.now !== 'yes') continue;
        const shown = matchIn(judged.exchange)?.shown;
        return shown ? foldedRange(judged.exchange.url, origin + path, shown) : null;
      }
      return null;
    },
    isNarrowedTo: (kind) => narrowsToReach(filter.value, kind),
    toggleNarrowing: (kind) => void (filter.value = toggleReach(filter.value, kind)),
    choice,
    putInForce: (tried, facts) => void (inForce.value = { choice: tried, facts }),
    reachOf: (exchange) => {
      const tried = inForce.peek()?.choice;
      if (tried === undefined || !countsForRollout(exchange)) return reaches.no.no;
      const matched = (task: PatternChoice['task']): Matched =>
        task === null ? 'no' : matchedBy(matching.stateOf(task, exchange));
      return reaches[matched(tried.task)][matched(tried.deployedTask)];
    },
  };
}

function matchedBy(state: number): Matched {
  if (state === matchStates.yes) return 'yes';
  return state === matchStates.no ? 'no' : 'unknown';
}
