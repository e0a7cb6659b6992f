import { computed, effect, untracked } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { askedRegexes } from '../../core';
import type { Engine, PageFacts } from '../../core';
import type { RecorderCommand } from '../../protocol/recorder';
import type { ReconnectingLine } from '../../protocol/reconnect';
import type { InspectedPage } from '../page-facts/inspected-page';
import type { PanelWorkers } from '../workers/browser-workers';
import type { RegexTask } from '../workers/match-messages';
import { createJudgedExchanges } from './judged/judged-exchanges';
import { createPageStore } from './page';
import { createMatching } from './matching/matching';
import { createPatternStore } from './pattern';
import { createRecordingStore } from './recording';
import type { Scheduler } from './scheduler';
import type { SettingsStorage } from './settings/persisted';
import { createSettingsStore } from './settings/settings';
import { createSiteInspection, type SiteEnvironment } from './site-inspection';
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
  readonly workers: PanelWorkers;
  readonly site: SiteEnvironment;
}

/** All that the panel shows, and how it hangs together: the log and the page's facts meet in the verdicts. */
export function createPanelStore(environment: PanelEnvironment): PanelStore {
  const { line, storage, theme, scheduler, engine } = environment;
  const matching = createMatching({ startWorker: environment.workers.match, scheduler });
  const exchanges = createJudgedExchanges(scheduler, matching);
  const page = createPageStore(environment.page, scheduler, engine);
  const table = createTableStore(exchanges);
  const pattern = createPatternStore({
    storage,
    scheduler,
    workers: environment.workers,
    url: page.url,
    agent: page.agent,
    exchanges,
    matching,
    filter: table.filter,
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
  const site = createSiteInspection({
    ...environment.site,
    storage,
    engine,
    exchanges,
    pageUrl: page.url,
    pageOrigin: computed(() => page.knowledge.value?.pageOrigin ?? null),
    loadStartedAt: computed(() => page.knowledge.value?.loadStartedAt ?? null),
    agent: page.agent,
    pattern,
    reload: (script) => environment.page.reload(script),
  });
  const summary = computed(() => {
    void exchanges.revision.value;
    return exchanges.rollout.summary();
  });

  effect(() => {
    const knowledge = page.knowledge.value;
    const choice = pattern.choice.value;
    if (knowledge === null) return;
    const facts: PageFacts = {
      ...knowledge,
      agent: choice.agent,
      engine,
      pattern: choice.pattern,
      probes: site.probes.value,
      cookies: site.cookies.value,
      matches: matching.matches,
    };
    const asked = askedRegexes(facts).map(({ regex, rules }): RegexTask => {
      return { pattern: regex.pattern, flags: regex.caseSensitive === true ? '' : 'i', rules };
    });
    const tasks = [choice.task, ...asked, choice.deployedTask].flatMap((task) => task ?? []);
    const judgeByThis = (): void => {
      pattern.putInForce(choice, facts);
      const { reachOf } = pattern;
      exchanges.setBasis({ facts, reachOf, isReady: matching.isSettled }, table.shownExchanges());
    };
    untracked(() => matching.want(tasks, judgeByThis));
  });

  return {
    recording: {
      ...recording,
      problems: computed(() => [
        ...recording.problems.value,
        ...exchanges.problems.value,
        ...site.problems.value,
      ]),
    },
    page,
    access: site.access,
    hook: site.hook,
    probe: site.probe,
    cookieJar: site.cookieJar,
    trial: site.trial,
    pattern,
    table,
    summary: createSummaryStore(summary, table.filter),
    settings: createSettingsStore(storage, theme),
    judging: exchanges.judging,
  };
}
