import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { AgentProfile, Cookie, Engine } from '../../core';
import type { ProbeResult } from '../../core/probe/types';
import type { BackgroundClient } from '../../protocol/background-rpc';
import { createAccessStore, type RequestAccess } from './access/access';
import { createCalledUrls } from './access/called-urls';
import { createCookieJarStore } from './cookies/cookie-jar';
import { createHookStore } from './hook/hook';
import type { JudgedExchanges } from './judged/judged-exchanges';
import { createProbeStore } from './probe/probe';
import type { SettingsStorage } from './settings/persisted';
import { createTrialStore } from './trial/trial';
import type { PanelStore, PatternStore } from './types';

/** What the extension can do beyond the log, by way of its background. */
export interface SiteEnvironment {
  readonly background: BackgroundClient;
  readonly requestAccess: RequestAccess;
  /** A new, unguessable name. */
  readonly newId: () => string;
  /** ms since the epoch */
  readonly clock: () => number;
}

export interface SiteInspectionOptions extends SiteEnvironment {
  readonly storage: SettingsStorage;
  readonly engine: Engine;
  readonly exchanges: JudgedExchanges;
  readonly pageUrl: ReadonlySignal<string | null>;
  readonly pageOrigin: ReadonlySignal<string | null>;
  readonly loadStartedAt: ReadonlySignal<number | null>;
  readonly agent: ReadonlySignal<AgentProfile | null>;
  readonly pattern: Pick<PatternStore, 'textOf' | 'error' | 'purpose' | 'findings'>;
  readonly reload: (script?: string) => void;
}

export interface SiteInspection extends Pick<
  PanelStore,
  'access' | 'hook' | 'probe' | 'cookieJar' | 'trial'
> {
  /** For the judge. */
  readonly probes: ReadonlySignal<ReadonlyMap<string, ProbeResult>>;
  readonly cookies: ReadonlySignal<readonly Cookie[] | null>;
  readonly problems: ReadonlySignal<readonly string[]>;
}

/** Everything that site access adds: access itself, page hook, probe, cookie jar and trial. */
export function createSiteInspection(options: SiteInspectionOptions): SiteInspection {
  const { background, exchanges, engine, pageUrl, pageOrigin, loadStartedAt, newId, clock } = options;
  const problems = signal<readonly string[]>([]);
  const onProblem = (problem: string): void => {
    if (!problems.peek().includes(problem)) problems.value = [...problems.peek(), problem];
  };
  const calledUrls = createCalledUrls(exchanges, pageUrl);
  const access = createAccessStore({
    background,
    request: options.requestAccess,
    pageUrl,
    calledUrls,
    onProblem,
  });
  const { needed, granted, pageGranted } = access;
  const hook = createHookStore({
    background,
    needed,
    granted,
    loadStartedAt,
    onCalls: exchanges.observe,
    onProblem,
  });
  const probe = createProbeStore({ background, access, exchanges, engine, newId, now: clock });
  const jar = createCookieJarStore({ background, pageUrl, calledUrls, pageGranted, loadStartedAt });
  const trial = createTrialStore({
    background,
    access,
    exchanges,
    storage: options.storage,
    pattern: options.pattern,
    pageUrl,
    pageOrigin,
    agent: options.agent,
    engine,
    hookReady: hook.ready,
    reload: options.reload,
    newId,
    now: clock,
    onProblem,
  });
  return {
    access,
    hook,
    probe,
    cookieJar: jar,
    trial,
    probes: probe.results,
    cookies: jar.cookies,
    problems: computed(() => problems.value),
  };
}
