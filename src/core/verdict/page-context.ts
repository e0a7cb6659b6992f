import { currentAgentProfile } from '../agent/current-agent';
import type { AgentProfile } from '../agent/profile';
import { prepareAgent } from '../agent/prepared-agent';
import type { PreparedAgent } from '../agent/prepared-agent';
import { prepareTagging } from '../agent/would-tag';
import type { AgentCall } from '../agent/types';
import type { Tagging } from '../agent/types';
import type { PageFacts } from './types';

/** What is derived once per set of page facts and used for every exchange. */
export interface PageContext {
  readonly page: PageFacts;
  /** The agent to judge by: the page's own, or a current one where there is none yet. */
  readonly agent: AgentProfile;
  readonly prepared: PreparedAgent;
  /** There is no agent on the page: the routes are judged as if a current one captured XHR and fetch. */
  readonly assumed: boolean;
  /** Without an agent and without a pattern every call counts as matched. */
  readonly matchesAll: boolean;
  /** The same with the agent's own pattern in place of a draft: what holds today. */
  readonly deployed: PageContext;
  tag(call: AgentCall): Tagging & { readonly decided: boolean };
}

const contexts = new WeakMap<PageFacts, PageContext>();

/** The context of these facts; the same object for the same facts, so that regexes are compiled once. */
export function pageContext(page: PageFacts): PageContext {
  const known = contexts.get(page);
  if (known) return known;
  const assumed = page.agent === null || page.agent.kind === 'none';
  let ownContext: PageContext | undefined;
  const own = assumed ? currentAgentProfile(page.pattern ?? '') : (page.agent ?? currentAgentProfile(''));
  const agent = page.pattern === null ? own : withPattern(own, page.pattern);
  const context: PageContext = {
    page,
    get deployed() {
      return page.pattern === null ? context : (ownContext ??= pageContext({ ...page, pattern: null }));
    },
    agent,
    prepared: prepareAgent(agent, page.matches),
    assumed,
    matchesAll: assumed && page.pattern === null,
    tag: prepareTagging(agent, page.matches ? { matches: page.matches } : {}),
  };
  contexts.set(page, context);
  return context;
}

function withPattern(agent: AgentProfile, pattern: string): AgentProfile {
  if (agent.correlation?.pattern === pattern) return agent;
  return { ...agent, correlation: currentAgentProfile(pattern).correlation };
}
