import { isAgentBeacon } from '../agent/agent-beacon';
import { agentProfile } from '../agent/read-profile';
import type { AgentProfile } from '../agent/profile';
import type { Har } from '../exchange/har';
import { logOfHar } from '../exchange/from-har';
import { harEntries } from '../exchange/har-entries';
import type { Exchange } from '../exchange/types';
import { conclusions } from '../verdict/judge';
import type { PageFacts, TraceContextDraft } from '../verdict/types';
import { createAgentSearch } from './agent-in-har';
import type { AgentInHar } from './agent-in-har';
import { buildReport } from './build-report';
import type { JudgedExchange } from './judged-exchange';
import { readCrosslinkSession } from './har/crosslink-session';
import type { CrosslinkSession } from './har/crosslink-session';
import type { JudgeOptions, Report } from './types';

/**
 * Judges every exchange of a HAR on the three routes. What the HAR does not tell (the agent's running configuration,
 * cookies that an export removed) makes a verdict `unknown` or is named in its reasons; nothing is guessed. A HAR that
 * Crosslink wrote brings the agent, the pattern and the engine of its session; options overrule them.
 */
export function judgeHar(har: Har, options: JudgeOptions = {}): Report {
  const agent = createAgentSearch();
  const { exchanges, pageUrl, problems } = logOfHar(har, agent.look);
  const recorded = readCrosslinkSession(har);
  const page = factsFrom(agent.found(), recorded, options);
  return buildReport(judgeAll(exchanges, page), {
    pageUrl: pageUrl ?? recorded?.pageUrl ?? null,
    agent: page.agent,
    engine: page.engine,
    pattern: page.pattern,
    traceContextDraft: page.traceContextDraft,
    generatedAt: options.generatedAt ?? new Date().toISOString(),
    problems: withFlaws(problems, options.flaws ?? []),
  });
}

function withFlaws(problems: Report['problems'], flaws: Report['problems']): Report['problems'] {
  const flawed = new Set(flaws.map(({ index }) => index));
  const others = problems.filter(({ index }) => !flawed.has(index));
  return [...flaws.map(({ index, what }) => ({ index, what })), ...others].toSorted(
    (a, b) => a.index - b.index,
  );
}

function* judgeAll(exchanges: Iterable<Exchange>, page: PageFacts): Generator<JudgedExchange> {
  for (const exchange of exchanges) {
    if (!isOwnBeacon(exchange, page)) yield { exchange, verdicts: conclusions(exchange, page) };
  }
}

/** What a HAR tells of the page that its calls are judged by; options overrule it. */
export function pageFactsOfHar(har: Har, options: JudgeOptions = {}): PageFacts {
  const agent = createAgentSearch();
  harEntries(har)?.forEach(agent.look);
  return factsFrom(agent.found(), readCrosslinkSession(har), options);
}

function factsFrom(found: AgentInHar, recorded: CrosslinkSession | null, options: JudgeOptions): PageFacts {
  const agent = agentOf(found, recorded, options);
  return {
    engine: options.engine ?? recorded?.engine ?? 'standard',
    agent,
    pattern: options.regex ?? recorded?.pattern ?? null,
    traceContextDraft: inclusionsGiven(agent, options) ?? recorded?.traceContextDraft,
    pageOrigin: found.pageOrigin,
    agentReadyAt: found.readyAt ?? recorded?.agentReadyAt ?? null,
    loadStartedAt: found.loadStartedAt ?? recorded?.loadStartedAt ?? null,
    cookies: options.cookies ?? null,
  };
}

/** The New RUM Experience alone has one pattern for other origins: the reader's is for that. */
function inclusionsGiven(agent: AgentProfile | null, { regex }: JudgeOptions): TraceContextDraft | undefined {
  return agent?.kind === 'new-rum' && regex !== undefined ? { inclusions: regex } : undefined;
}

function agentOf(
  { sources }: AgentInHar,
  recorded: CrosslinkSession | null,
  options: JudgeOptions,
): AgentProfile | null {
  if (options.agent !== undefined) return options.agent;
  if (options.agentConfig === undefined && recorded !== null) return recorded.agent;
  const profile =
    options.agentConfig === undefined
      ? agentProfile(sources)
      : agentProfile({ scripts: [{ src: null, attributes: { 'data-dtconfig': options.agentConfig } }] });
  return profile.kind === 'none' ? null : profile;
}

function isOwnBeacon(exchange: Exchange, { agent }: PageFacts): boolean {
  return exchange.api === 'agent-beacon' || isAgentBeacon(exchange, agent?.reportUrl ?? null);
}
