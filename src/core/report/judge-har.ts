import { isAgentBeacon } from '../agent/agent-beacon';
import { agentProfile } from '../agent/read-profile';
import type { AgentProfile } from '../agent/profile';
import { tierEvidence } from '../agent/tier-evidence';
import type { Har } from '../exchange/har';
import { readHar } from '../exchange/from-har';
import type { Exchange } from '../exchange/types';
import { createRollout } from '../rollout/rollout';
import { originRelation } from '../site/origin-relation';
import { judgeRoutes } from '../verdict/judge';
import type { PageFacts, Route, Verdict } from '../verdict/types';
import { agentInHar } from './agent-in-har';
import type { JudgeOptions, Report, ReportExchange, ReportVerdict, ReportVerdicts } from './types';
import { toolVersion } from './tool-version';

/**
 * Judges every exchange of a HAR on the three routes. What the HAR does not tell (the agent's running configuration,
 * cookies that an export removed) makes a verdict `unknown` or is named in its reasons; nothing is guessed.
 */
export function judgeHar(har: Har, options: JudgeOptions = {}): Report {
  const { exchanges, problems } = readHar(har);
  const page = pageFactsOfHar(har, options);
  const rollout = createRollout();
  const judged: ReportExchange[] = [];
  for (const exchange of exchanges) {
    if (isOwnBeacon(exchange, page)) continue;
    const verdicts = judgeRoutes(exchange, page);
    if (exchange.api !== 'preflight') rollout.set(exchange, verdicts);
    judged.push(reportExchange(exchange, verdicts));
  }
  const { today, cookies, header, addedPreflights } = rollout.summary();
  return {
    tool: { name: 'Crosslink', version: toolVersion },
    formatVersion: 1,
    generatedAt: options.generatedAt ?? new Date().toISOString(),
    page: { url: exchanges.find((exchange) => exchange.pageUrl !== null)?.pageUrl ?? null },
    agent: page.agent,
    engine: page.engine,
    regex: regexOf(page),
    exchanges: judged,
    endpoints: rollout.endpoints().map(({ method, origin, path, count, verdicts }) => ({
      method,
      origin,
      path,
      count,
      verdicts: withoutSteps(verdicts),
    })),
    summary: { today, cookies, header, addedPreflights },
    problems,
  };
}

function pageFactsOfHar(har: Har, options: JudgeOptions): PageFacts {
  const found = agentInHar(har);
  return {
    engine: options.engine ?? 'standard',
    agent: agentOf(found.sources, options),
    pattern: options.regex ?? null,
    agentReadyAt: found.readyAt,
    loadStartedAt: found.loadStartedAt,
    cookies: options.cookies ?? null,
  };
}

function agentOf(
  sources: ReturnType<typeof agentInHar>['sources'],
  options: JudgeOptions,
): AgentProfile | null {
  if (options.agent !== undefined) return options.agent;
  const profile =
    options.agentConfig === undefined
      ? agentProfile(sources)
      : agentProfile({ scripts: [{ src: null, attributes: { 'data-dtconfig': options.agentConfig } }] });
  return profile.kind === 'none' ? null : profile;
}

function isOwnBeacon(exchange: Exchange, { agent }: PageFacts): boolean {
  if (exchange.api === 'agent-beacon') return true;
  const { method, url, pageUrl } = exchange;
  return isAgentBeacon({ method, url, pageUrl: pageUrl ?? undefined }, agent?.reportUrl ?? null);
}

function regexOf(page: PageFacts): Report['regex'] {
  if (page.pattern !== null) return { pattern: page.pattern, source: 'given' };
  const deployed = page.agent?.correlation?.pattern ?? null;
  return deployed === null ? { pattern: null, source: 'none' } : { pattern: deployed, source: 'deployed' };
}

function reportExchange(exchange: Exchange, verdicts: Readonly<Record<Route, Verdict>>): ReportExchange {
  const last = exchange.hops.at(-1) ?? exchange.hops[0];
  const preflighted = exchange.api === 'preflight' || exchange.hops.some((hop) => hop.preflight !== null);
  const seen = last.response !== null && tierEvidence(last.response.headers).seen;
  return {
    id: exchange.id,
    method: exchange.method,
    url: exchange.url,
    initiatorOrigin: exchange.initiatorOrigin,
    relation: originRelation(exchange.initiatorOrigin, last.url),
    preflight: preflighted ? { observed: true, linkable: false } : null,
    tier: seen ? 'seen' : 'not-seen',
    verdicts: withoutSteps(verdicts),
  };
}

function withoutSteps(verdicts: Readonly<Record<Route, Verdict>>): ReportVerdicts {
  const plain = (route: Route): ReportVerdict => {
    const { outcome, reasons, addsPreflight } = verdicts[route];
    return { outcome, reasons, addsPreflight };
  };
  return { today: plain('today'), cookies: plain('cookies'), header: plain('header') };
}
