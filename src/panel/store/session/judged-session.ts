import { computed, effect, untracked, type ReadonlySignal, type Signal } from '@preact/signals';
import { askedRegexes } from '../../../core';
import type { CrosslinkSession, Engine, Gap, HarPage, PageFacts, Report } from '../../../core';
import type { PanelWorkers } from '../../workers/browser-workers';
import type { RegexTask } from '../../workers/match-messages';
import { createEnginesStore } from '../engines/engines';
import type { JudgeFor } from '../engines/types';
import { createEvidenceStore } from '../evidence/evidence';
import { createJudgedExchanges, type JudgedExchanges } from '../judged/judged-exchanges';
import { createMatching } from '../matching/matching';
import type { ReadablePageStore } from '../page';
import { createPatternStore } from '../pattern';
import type { Scheduler } from '../scheduler';
import type { SettingsStorage } from '../settings/persisted';
import { createSummaryStore } from '../summary';
import { createTableStore } from '../table/table-store';
import type { SessionStore } from '../types';

export interface JudgedSessionOptions {
  /** Where the drafts are kept. */
  readonly storage: SettingsStorage;
  readonly scheduler: Scheduler;
  /** The browser that made the calls. */
  readonly engine: Engine;
  readonly judgeFor: Signal<JudgeFor>;
  readonly workers: PanelWorkers;
  readonly page: Pick<ReadablePageStore, 'url' | 'agent' | 'knowledge'>;
  /** The pages of a HAR, to which its entries refer. */
  readonly pages?: readonly HarPage[] | undefined;
  /** What could not be read of the session. */
  readonly problems: () => Report['problems'];
  readonly gaps: () => readonly Gap[];
  /** ms since the epoch */
  readonly clock: () => number;
}

/** What the extension found out about the page's calls beyond the log. */
export type ObservedFacts = Pick<PageFacts, 'probes' | 'cookies'>;

export interface JudgedSession extends Pick<
  SessionStore,
  'pattern' | 'table' | 'summary' | 'engines' | 'judging' | 'evidence'
> {
  readonly exchanges: JudgedExchanges;
  /** Judges from now on, and again whenever the page, the pattern or what was observed changes. The result ends it. */
  judgeBy(observed: ReadonlySignal<ObservedFacts>): () => void;
  /** Lets its worker go. */
  close(): void;
}

/** Calls and verdicts of one session, and how they hang together: the log and the page's facts meet in the verdicts. */
export function createJudgedSession(options: JudgedSessionOptions): JudgedSession {
  const { storage, scheduler, engine, workers, page } = options;
  const matching = createMatching({ startWorker: workers.match, scheduler });
  const exchanges = createJudgedExchanges(scheduler, matching, options.pages);
  const engines = createEnginesStore({ own: engine, judgeFor: options.judgeFor, exchanges, scheduler });
  const { judgedFor } = engines;
  const table = createTableStore(exchanges);
  const pattern = createPatternStore({
    storage,
    scheduler,
    workers,
    url: page.url,
    agent: page.agent,
    exchanges,
    matching,
    filter: table.filter,
  });
  const summary = computed(() => {
    void exchanges.revision.value;
    return exchanges.rollout.summary();
  });
  const session = computed((): CrosslinkSession => {
    const { agentReadyAt = null, loadStartedAt = null } = page.knowledge.value ?? {};
    return {
      pageUrl: page.url.value,
      agent: page.agent.value,
      engine: judgedFor.value,
      pattern: pattern.choice.value.facts.pattern,
      traceContextDraft: pattern.choice.value.facts.traceContextDraft,
      agentReadyAt,
      loadStartedAt,
    };
  });

  const judgeBy = (observed: ReadonlySignal<ObservedFacts>): (() => void) =>
    effect(() => {
      const knowledge = page.knowledge.value;
      const choice = pattern.choice.value;
      if (knowledge === null) return;
      const facts: PageFacts = {
        ...knowledge,
        engine: judgedFor.value,
        recordedIn: engine,
        ...choice.facts,
        ...observed.value,
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
    exchanges,
    pattern,
    table,
    summary: createSummaryStore(summary, pattern.findings, table.filter),
    engines,
    judging: exchanges.judging,
    evidence: createEvidenceStore({
      engine: judgedFor,
      calls: exchanges,
      session,
      problems: options.problems,
      gaps: options.gaps,
      clock: options.clock,
    }),
    judgeBy,
    close: matching.close,
  };
}
