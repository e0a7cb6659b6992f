import { agentRegexFromJson } from '../agent/agent-regex';
import { currentAgentProfile } from '../agent/current-agent';
import { classicSet, traceContextSet } from '../agent/link-headers';
import type { HeaderSet } from '../agent/link-headers';
import type { AgentProfile } from '../agent/profile';
import { prepareAgent } from '../agent/prepared-agent';
import type { PreparedAgent } from '../agent/prepared-agent';
import { prepareTagging } from '../agent/would-tag';
import type { AgentCall } from '../agent/types';
import type { Tagging } from '../agent/types';
import { probedEndpoints } from '../probe/probe-request';
import { rumCookiesIn } from './rum-cookies-in-jar';
import type { PageFacts, TraceContextDraft } from './types';

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
  /** The same with the agent's own patterns in place of drafts: what holds today; the same object where there is no draft. */
  readonly deployed: PageContext;
  /** A RUM cookie in the jar goes to some paths only: verdicts about one path do not hold for another. */
  readonly cookiesHavePaths: boolean;
  /** The endpoints that were probed, for `mayBeProbed`. */
  readonly probed: ReadonlySet<string>;
  /** What the agent may add to calls of other origins, as it is configured. */
  readonly mayAdd: HeaderSet;
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
  const { pattern, traceContextDraft } = page;
  const agent = withTraceContext(pattern === null ? own : withPattern(own, pattern), traceContextDraft);
  const isDraft = pattern !== null || traceContextDraft !== undefined;
  const context: PageContext = {
    page,
    get deployed() {
      if (!isDraft) return context;
      return (ownContext ??= pageContext({ ...page, pattern: null, traceContextDraft: undefined }));
    },
    agent,
    cookiesHavePaths: rumCookiesIn(page.cookies ?? [], agent).some(({ path }) => path !== '/'),
    probed: probedEndpoints(page.probes?.keys() ?? []),
    mayAdd: mayAdd(agent),
    prepared: prepareAgent(agent, page.matches),
    assumed,
    matchesAll: assumed && pattern === null,
    tag: prepareTagging(agent, page.matches ? { matches: page.matches } : {}),
  };
  contexts.set(page, context);
  return context;
}

function withPattern(agent: AgentProfile, pattern: string): AgentProfile {
  if (agent.correlation?.pattern === pattern) return agent;
  return { ...agent, correlation: currentAgentProfile(pattern).correlation };
}

function withTraceContext(agent: AgentProfile, draft: TraceContextDraft | undefined): AgentProfile {
  const { traceContext } = agent;
  if (draft === undefined || traceContext === null) return agent;
  const { inclusions, exclusions } = draft;
  return {
    ...agent,
    traceContext: {
      ...traceContext,
      ...(inclusions === undefined ? {} : { inclusions: agentRegexFromJson(inclusions) }),
      ...(exclusions === undefined ? {} : { exclusions: agentRegexFromJson(exclusions) }),
    },
  };
}

function mayAdd({ kind, correlation, traceContext }: AgentProfile): HeaderSet {
  if (kind === 'new-rum') return traceContextSet;
  const isTracing = traceContext?.enabled === true && traceContext.inclusions !== null;
  if (!isTracing) return classicSet;
  return correlation === null ? traceContextSet : [...classicSet, ...traceContextSet];
}
