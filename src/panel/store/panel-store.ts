import { computed } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Engine } from '../../core';
import type { RecorderCommand } from '../../protocol/recorder';
import type { ReconnectingLine } from '../../protocol/reconnect';
import type { InspectedPage } from '../page-facts/inspected-page';
import type { PanelWorkers } from '../workers/browser-workers';
import { recordingGaps } from './evidence/recording-gaps';
import { createPageStore } from './page';
import { createRecordingStore } from './recording';
import type { Scheduler } from './scheduler';
import type { SettingsStorage } from './settings/persisted';
import { createJudgedSession } from './session/judged-session';
import { createSettingsStore } from './settings/settings';
import { createSiteInspection, type SiteEnvironment } from './site-inspection';
import { rememberView, restoreView } from './table/table-view';
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
  const settings = createSettingsStore(storage, theme);
  const page = createPageStore(environment.page, scheduler, engine);
  const session = createJudgedSession({
    storage,
    scheduler,
    engine,
    judgeFor: settings.judgeFor,
    workers: environment.workers,
    page,
    problems: () => problems.peek().map((what) => ({ index: -1, what })),
    gaps: () => recordingGaps(recording),
    clock: environment.site.clock,
  });
  const { exchanges, pattern } = session;
  const recording = createRecordingStore({
    line,
    reloadPage: () => environment.page.reload(),
    follower: {
      reset: () => exchanges.reset(),
      drop: (before) => exchanges.drop(before),
      receive: (items) => {
        exchanges.receive(items);
        page.noteTraffic();
      },
    },
    navigated: (url, loadStartedAt) => page.noteNavigation(url, loadStartedAt),
    viewRemembered: (remembered) => restoreView(session.table, remembered),
  });
  rememberView(session.table, line, scheduler);
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
  const problems = computed(() => [
    ...recording.problems.value,
    ...exchanges.problems.value,
    ...site.problems.value,
  ]);
  session.judgeBy(computed(() => ({ probes: site.probes.value, cookies: site.cookies.value })));

  return {
    kind: 'live',
    recording: { ...recording, problems },
    page,
    access: site.access,
    hook: site.hook,
    probe: site.probe,
    cookieJar: site.cookieJar,
    trial: site.trial,
    pattern,
    table: session.table,
    summary: session.summary,
    engines: session.engines,
    settings,
    judging: session.judging,
    evidence: session.evidence,
  };
}
