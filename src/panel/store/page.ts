import { batch, computed, signal, type ReadonlySignal } from '@preact/signals';
import { agentProfile, type AgentProfile, type Engine } from '../../core';
import type { InspectedPage } from '../page-facts/inspected-page';
import type { PageReading } from '../page-facts/page-reading';
import type { Scheduler } from './scheduler';
import type { PageStore } from './types';

/** ms after traffic until the page is read again; doubled while nothing changes. */
const firstPause = 1000;
const longestPause = 30_000;
/** ms between readings of a document that is still loading. */
const loadingPause = 500;
/** ms; a new document cannot be asked at once, so that a refusal counts only when it lasts. */
const retryPauses = [50, 100, 200, 400, 800];

/** What the page tells that bears on verdicts. */
export interface PageKnowledge {
  readonly agent: AgentProfile | null;
  readonly agentReadyAt: number | null;
  readonly loadStartedAt: number | null;
  readonly pageOrigin: string | null;
}

export interface ReadablePageStore extends PageStore {
  /** `null`: the page was not asked yet. The same object while nothing changed. */
  readonly knowledge: ReadonlySignal<PageKnowledge | null>;
  readonly refreshAgent: () => void;
  /** There was traffic: the page may have changed. */
  noteTraffic(): void;
  /** The recorder saw this page: another load if `loadStartedAt` is new, else perhaps a new address of the same. */
  noteNavigation(url: string, loadStartedAt: number | null): void;
}

const nothingKnown: PageKnowledge = {
  agent: null,
  agentReadyAt: null,
  loadStartedAt: null,
  pageOrigin: null,
};

/**
 * Asks the inspected page for its agent: at the start, after navigations, while the document loads, and after traffic, ever
 * more rarely while the answer stays the same. A page without traffic is left alone.
 */
export function createPageStore(
  page: InspectedPage,
  scheduler: Scheduler,
  engine: Engine,
): ReadablePageStore {
  const url = signal<string | null>(null);
  const agentState = signal<'reading' | 'found' | 'none' | 'unreadable'>('reading');
  const agentError = signal<string | null>(null);
  const rumCookies = signal<readonly string[]>([]);
  const knowledge = signal<PageKnowledge | null>(null);
  let latest = '';
  let pause = firstPause;
  let attempt = 0;
  let refusals = 0;
  let knownLoad: number | null = null;
  let cancelPlanned: (() => void) | null = null;

  const accept = (reading: PageReading): void => {
    const told = knowledgeFrom(reading);
    const text = JSON.stringify(told);
    const isNews = text !== latest;
    latest = text;
    refusals = 0;
    knownLoad = reading.loadStartedAt;
    batch(() => {
      url.value = reading.url;
      agentState.value = told.agent === null ? 'none' : 'found';
      agentError.value = null;
      if (reading.rumCookies.join() !== rumCookies.value.join()) rumCookies.value = reading.rumCookies;
      if (isNews) knowledge.value = told;
    });
    pause = isNews ? firstPause : Math.min(pause * 2, longestPause);
    if (!reading.complete) plan(loadingPause);
  };

  const refuse = (error: string): void => {
    const retry = retryPauses[refusals];
    if (retry !== undefined) {
      refusals += 1;
      plan(retry);
      return;
    }
    latest = '';
    batch(() => {
      agentState.value = 'unreadable';
      agentError.value = error;
      rumCookies.value = [];
      knowledge.value = nothingKnown;
    });
  };

  const read = async (): Promise<void> => {
    cancelPlanned?.();
    cancelPlanned = null;
    attempt += 1;
    const mine = attempt;
    const answer = await page.read();
    // A later question makes this answer old news.
    if (mine !== attempt) return;
    if (answer.ok) accept(answer.reading);
    else refuse(answer.error);
  };

  const plan = (delay: number): void => {
    cancelPlanned ??= scheduler.after(() => void read(), delay);
  };

  const readAnew = (): void => {
    refusals = 0;
    void read();
  };

  readAnew();

  return {
    url,
    engine: signal(engine),
    agentState,
    agentError,
    agent: computed(() => knowledge.value?.agent ?? null),
    rumCookies,
    knowledge,
    refreshAgent: readAnew,
    noteTraffic: () => plan(pause),
    noteNavigation: (address, loadStartedAt) => {
      if (address === url.value && (loadStartedAt === null || loadStartedAt === knownLoad)) return;
      url.value = address;
      knownLoad = loadStartedAt;
      pause = firstPause;
      readAnew();
    },
  };
}

function knowledgeFrom({ sources, scriptsReadyAt, loadStartedAt, origin }: PageReading): PageKnowledge {
  const profile = agentProfile(sources);
  const { scriptUrl } = profile;
  return {
    agent: profile.kind === 'none' ? null : profile,
    agentReadyAt: scriptUrl === null ? null : (scriptsReadyAt.get(scriptUrl) ?? null),
    loadStartedAt,
    pageOrigin: origin,
  };
}
