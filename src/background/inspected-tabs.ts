import type { Permissions, Scripting, Tabs } from 'webextension-polyfill';
import { originRelation } from '../core';
import { hostPattern } from '../protocol/access-pattern';
import type { HookRegistration, TrialStart } from '../protocol/background-rpc';
import type { RelayOrder } from '../protocol/relay';
import type { Trial, TrialEnd } from '../protocol/trial';
import type { AlteredMark } from './altered-mark';
import type { Panels } from './panels';
import type { Queue } from './queue';
import { registerHook } from './registration';
import type { RequestWatch } from './request-watch';
import type { Rules } from './rules';
import type { SessionState, TabState } from './session-state';
import { trialRules } from './trial-rules';
import { errorWords } from './error-words';

export interface InspectedTabsEnvironment {
  readonly scripting: Parameters<typeof registerHook>[0] & Scripting.Static;
  readonly permissions: Pick<Permissions.Static, 'contains'>;
  readonly tabs: Pick<Tabs.Static, 'sendMessage'>;
  readonly state: SessionState;
  readonly rules: Rules;
  readonly mark: AlteredMark;
  readonly panels: Panels;
  readonly requests: RequestWatch;
  /** Changes of one tab's work must not overlap. */
  readonly queue: Queue;
}

const nothing: TabState = { watched: [], trial: null };

/** What is done to the tabs whose panels are open, and undone when they go. Knows nothing but what `SessionState` holds. */
export interface InspectedTabs {
  watch(tabId: number, patterns: readonly string[]): Promise<HookRegistration>;
  unwatch(tabId: number): Promise<void>;
  startTrial(tabId: number, trial: Trial): Promise<TrialStart>;
  stopTrial(tabId: number): Promise<void>;
  /** Stops it and tells the panel. */
  endTrial(tabId: number, why: TrialEnd): Promise<void>;
  trialOf(tabId: number): Promise<Trial | null>;
  /** A document at this URL has started in the tab; `top`: it is the tab's page. */
  documentStarted(tabId: number, url: string, top: boolean): Promise<void>;
  /** What the relays of the tab's documents are to do. */
  orderFor(tabId: number): Promise<RelayOrder>;
  /** Undoes everything in the tab: its panel is gone. */
  release(tabId: number): Promise<void>;
  /** After a change of permissions: registers what is granted now, ends trials that lost their page. */
  adjustToAccess(): Promise<void>;
  /** At the start of the background: undoes what belongs to no panel. The tabs whose panels are open. */
  removeLeftovers(): Promise<readonly number[]>;
}

export function inspectedTabs(environment: InspectedTabsEnvironment): InspectedTabs {
  const { scripting, permissions, tabs, state, rules, mark, panels, requests, queue } = environment;

  const grantedOf = async (patterns: readonly string[]): Promise<ReadonlySet<string>> => {
    const answers = await Promise.all(
      patterns.map((pattern) => permissions.contains({ origins: [pattern] })),
    );
    return new Set(patterns.filter((_, index) => answers[index]));
  };

  /** One registration for all panels. */
  const register = async (): Promise<void> => {
    const open = await state.all();
    requests.watch(new Set(open.keys()));
    const tabStates = [...open.values()];
    const wanted = new Set(tabStates.flatMap(({ watched }) => watched));
    const hasTrial = tabStates.some(({ trial }) => trial !== null);
    await registerHook(scripting, [...(await grantedOf([...wanted]))], hasTrial);
  };

  const order = async (tabId: number, message: RelayOrder): Promise<void> => {
    try {
      await tabs.sendMessage(tabId, message);
    } catch {
      // no relay in this tab: it is gone, or its page was never hooked
    }
  };

  const put = async (tabId: number, change: Partial<TabState>): Promise<void> =>
    state.set(tabId, { ...((await state.get(tabId)) ?? nothing), ...change });

  const stop = async (tabId: number): Promise<void> => {
    await rules.removeTrialRules(tabId);
    const before = await state.get(tabId);
    if (before === null || before.trial === null) return;
    await put(tabId, { trial: null });
    await register();
    await order(tabId, { type: 'watch', trial: null });
    await unlessTabIsGone(mark.hide(tabId));
  };

  const end = async (tabId: number, why: TrialEnd): Promise<void> => {
    const trial = (await state.get(tabId))?.trial;
    await stop(tabId);
    if (trial) await panels.tell(tabId, { type: 'trial-ended', id: trial.id, why });
  };

  const release = async (tabId: number): Promise<void> => {
    if ((await state.get(tabId)) === null) return;
    await stop(tabId);
    await state.remove(tabId);
    await order(tabId, { type: 'off' });
    await register();
  };

  const start = async (tabId: number, trial: Trial): Promise<TrialStart> => {
    const origins = new Set([
      trial.pageOrigin,
      ...trial.mended.flatMap(({ from, origin }) => [from, origin]),
    ]);
    const needed = [...origins].flatMap((origin) => hostPattern(origin) ?? []);
    const granted = await grantedOf(needed);
    const missing = needed.filter((pattern) => !granted.has(pattern));
    if (missing.length > 0) return { kind: 'no-access', missing };
    await stop(tabId);
    try {
      await rules.addTrialRules(trialRules(tabId, trial));
    } catch (error) {
      return { kind: 'failed', why: errorWords(error) };
    }
    await put(tabId, { trial });
    await register();
    await mark.show(tabId);
    return { kind: 'started' };
  };

  return {
    watch: (tabId, patterns) =>
      queue(async () => {
        const granted = await grantedOf(patterns);
        await put(tabId, { watched: patterns });
        await register();
        return {
          watching: patterns.filter((pattern) => granted.has(pattern)),
          missing: patterns.filter((pattern) => !granted.has(pattern)),
        };
      }),
    unwatch: (tabId) => queue(() => release(tabId)),
    startTrial: (tabId, trial) => queue(() => start(tabId, trial)),
    stopTrial: (tabId) => queue(() => stop(tabId)),
    endTrial: (tabId, why) => queue(() => end(tabId, why)),
    trialOf: async (tabId) => (await state.get(tabId))?.trial ?? null,
    documentStarted: (tabId, url, top) =>
      queue(async () => {
        const trial = (await state.get(tabId))?.trial ?? null;
        if (trial === null || !top) return;
        if (originRelation(trial.pageOrigin, url) === 'cross-site') return end(tabId, 'left-site');
        // browsers forget a tab's icon when it navigates
        await unlessTabIsGone(mark.show(tabId));
      }),
    orderFor: (tabId) =>
      queue(async () => {
        const current = await state.get(tabId);
        return current === null ? { type: 'off' } : { type: 'watch', trial: current.trial };
      }),
    release: (tabId) => queue(() => release(tabId)),
    adjustToAccess: () =>
      queue(async () => {
        await register();
        for (const [tabId, { trial }] of await state.all()) {
          if (trial === null) continue;
          const page = hostPattern(trial.pageOrigin);
          if (page === null || !(await grantedOf([page])).has(page)) await end(tabId, 'access-lost');
        }
      }),
    removeLeftovers: () =>
      queue(async () => {
        for (const tabId of (await state.all()).keys()) {
          if (!(await panels.greet(tabId))) await release(tabId);
        }
        const open = await state.all();
        const altered = [...open].filter(([, { trial }]) => trial !== null);
        await rules.removeLeftovers(new Set(altered.map(([tabId]) => tabId)));
        await register();
        return [...open.keys()];
      }),
  };
}

async function unlessTabIsGone(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch {
    // a tab that was closed has no icon
  }
}
