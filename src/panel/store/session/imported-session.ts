import { computed, signal } from '@preact/signals';
import { pageFactsOfHar, parseUrl, readCrosslinkSession } from '../../../core';
import type { Har, HarCreator, HarFlaw, HarPage, PageFacts } from '../../../core';
import type { PatternStore } from '../pattern/types';
import type { PanelWorkers } from '../../workers/browser-workers';
import type { Scheduler } from '../scheduler';
import type { SettingsStorage } from '../settings/persisted';
import type { SettingsStore } from '../types';
import { createArchivedPage } from './archived-page';
import { createJudgedSession } from './judged-session';
import type { ImportedSession } from './types';

/** A HAR that was read, and where it came from. */
export interface ImportedHar {
  readonly id: string;
  readonly name: string;
  readonly har: Har;
  readonly flaws: readonly HarFlaw[];
  readonly creator: HarCreator | null;
}

export interface ImportedSessionEnvironment {
  readonly scheduler: Scheduler;
  readonly workers: PanelWorkers;
  readonly settings: SettingsStore;
  /** ms since the epoch */
  readonly clock: () => number;
}

/** Drafts for a file live as long as its session: those for the live page of the same site are others. */
const forgetful: SettingsStorage = { read: async () => undefined, write: async () => {}, onChange: () => {} };

/**
 * A HAR as a session of its own, judged like the live one by what the file tells. A HAR of Crosslink brings agent, pattern
 * and engine with it, so that it gives the verdicts that it was exported with.
 */
export function createImportedSession(
  { id, name, har, flaws, creator }: ImportedHar,
  { scheduler, workers, settings, clock }: ImportedSessionEnvironment,
): ImportedSession {
  const facts = pageFactsOfHar(har);
  const { entries, pages } = har.log;
  const page = createArchivedPage(facts, readCrosslinkSession(har)?.pageUrl ?? firstPageUrl(pages));
  const problems = computed(() => session.exchanges.problems.value);
  const session = createJudgedSession({
    storage: forgetful,
    scheduler,
    engine: facts.engine,
    judgeFor: settings.judgeFor,
    workers,
    page,
    pages: pages ?? [],
    problems: () => [
      ...flaws.map(({ index, what, line }) => ({ index, what: `line ${line}: ${what}` })),
      ...problems.peek().map((what) => ({ index: -1, what })),
    ],
    gaps: () => [],
    clock,
  });
  restorePattern(session.pattern, facts);
  const broken = new Set(flaws.map(({ index }) => index));
  const stopJudging = session.judgeBy(signal({ probes: undefined, cookies: facts.cookies }));
  session.exchanges.receive(
    entries.flatMap((entry, index) =>
      broken.has(index) ? [] : { kind: 'entry' as const, id: index + 1, entry },
    ),
  );
  return {
    kind: 'imported',
    id,
    name,
    creator,
    flaws,
    problems,
    page,
    pattern: session.pattern,
    table: session.table,
    summary: session.summary,
    engines: session.engines,
    settings,
    judging: session.judging,
    evidence: session.evidence,
    close: () => {
      stopJudging();
      session.close();
    },
  };
}

/** The draft that the file was exported with. */
function restorePattern(pattern: PatternStore, { pattern: text, traceContextDraft }: PageFacts): void {
  if (text !== null) return pattern.replace(text);
  for (const purpose of ['inclusions', 'exclusions'] as const) {
    const draft = traceContextDraft?.[purpose];
    if (draft === undefined) continue;
    pattern.choosePurpose(purpose);
    pattern.replace(draft);
  }
}

/** Chrome writes a page's address as its title. */
function firstPageUrl(pages: readonly HarPage[] | null | undefined): string | null {
  const title = pages?.[0]?.title;
  return typeof title === 'string' && /^https?:/.test(title) && parseUrl(title) !== null ? title : null;
}
