import { computed, effect } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Engine } from '../../core';
import type { RecorderCommand } from '../../protocol/recorder';
import type { ReconnectingLine } from '../../protocol/reconnect';
import type { InspectedPage } from '../page-facts/inspected-page';
import { createJudgedExchanges } from './judged/judged-exchanges';
import { createPageStore } from './page';
import { createPatternStore, patternTest } from './pattern';
import { createRecordingStore } from './recording';
import type { Scheduler } from './scheduler';
import type { SettingsStorage } from './settings/persisted';
import { createSettingsStore } from './settings/settings';
import { createSummaryStore } from './summary';
import { createTableStore } from './table/table-store';
import type { PanelStore } from './types';

/** What the panel needs of the world around it. */
export interface PanelEnvironment {
  readonly line: ReconnectingLine<RecorderCommand>;
  readonly page: InspectedPage;
  readonly storage: SettingsStorage;
  readonly theme: ReadonlySignal<'light' | 'dark'>;
  readonly scheduler: Scheduler;
  readonly engine: Engine;
}

/** All that the panel shows, and how it hangs together: the log and the page's facts meet in the verdicts. */
export function createPanelStore(environment: PanelEnvironment): PanelStore {
  const { line, storage, theme, scheduler, engine } = environment;
  const exchanges = createJudgedExchanges(scheduler);
  const page = createPageStore(environment.page, scheduler, engine);
  const pattern = createPatternStore({
    storage,
    url: page.url,
    agent: page.agent,
    counts: exchanges.patternCounts,
  });
  const recording = createRecordingStore({
    line,
    reloadPage: () => environment.page.reload(),
    follower: {
      reset: () => exchanges.reset(),
      receive: (items) => {
        exchanges.receive(items);
        page.noteTraffic();
      },
    },
    navigated: (url, loadStartedAt) => page.noteNavigation(url, loadStartedAt),
  });
  const table = createTableStore(exchanges);
  const summary = computed(() => {
    void exchanges.revision.value;
    return exchanges.rollout.summary();
  });

  const draft = computed(() => (pattern.isDraft.value ? pattern.text.value : null));
  effect(() => {
    const knowledge = page.knowledge.value;
    if (knowledge === null) return;
    const facts = { ...knowledge, engine, pattern: draft.value, cookies: null };
    exchanges.setBasis({ facts, matches: patternTest(pattern.text.value) }, table.shownExchanges());
  });

  return {
    recording: {
      ...recording,
      problems: computed(() => [...recording.problems.value, ...exchanges.problems.value]),
    },
    page,
    pattern,
    table,
    summary: createSummaryStore(summary, table.filter),
    settings: createSettingsStore(storage, theme),
    judging: exchanges.judging,
  };
}
