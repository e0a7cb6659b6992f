import { signal } from '@preact/signals';
import type { PageFacts } from '../../../core';
import type { PageKnowledge } from '../page';
import type { PageStore } from '../types';

/** The page of a HAR: what the file tells of it is all that will ever be known. */
export function createArchivedPage(facts: PageFacts, url: string | null) {
  const { agent, agentReadyAt = null, loadStartedAt = null, pageOrigin = null, engine } = facts;
  return {
    url: signal(url),
    engine: signal(engine),
    agentState: signal(agent === null ? ('none' as const) : ('found' as const)),
    agentError: signal(null),
    agent: signal(agent),
    rumCookies: signal<readonly string[]>([]),
    refreshAgent: null,
    knowledge: signal<PageKnowledge>({ agent, agentReadyAt, loadStartedAt, pageOrigin }),
  } as const satisfies PageStore & { knowledge: unknown };
}
