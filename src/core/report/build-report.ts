import type { AgentProfile } from '../agent/profile';
import { tierEvidence } from '../agent/tier-evidence';
import { lastHop } from '../exchange/last-hop';
import type { Exchange } from '../exchange/types';
import type { Engine } from '../fetch/types';
import { originRelation } from '../site/origin-relation';
import type { TraceContextDraft } from '../verdict/types';
import { createEndpointTally } from './endpoint-tally';
import { createGapCount } from './gaps';
import type { JudgedExchange } from './judged-exchange';
import { createReportVerdicts } from './report-verdicts';
import { toolVersion } from './tool-version';
import type { Gap, Report, ReportExchange, ReportVerdicts } from './types';

/** What a report says apart from its calls. */
export interface ReportSession {
  readonly pageUrl: string | null;
  /** `null`: no agent was found. */
  readonly agent: AgentProfile | null;
  readonly engine: Engine;
  /** The pattern that the reader chose, decoded; `null`: the deployed one is in force. */
  readonly pattern: string | null;
  /** The same for the New RUM Experience; left out: as deployed. */
  readonly traceContextDraft?: TraceContextDraft | undefined;
  /** ISO 8601 */
  readonly generatedAt: string;
  readonly problems: Report['problems'];
  /** Gaps that only the caller knows of, such as what came before recording started. */
  readonly gaps?: readonly Gap[] | undefined;
}

/** Sums up judged calls as the public report. Preflights that no call claimed are listed, but are no endpoint. */
export function buildReport(judged: Iterable<JudgedExchange>, session: ReportSession): Report {
  const verdictsOf = createReportVerdicts();
  const tally = createEndpointTally(session.engine, verdictsOf);
  const gapCount = createGapCount();
  const exchanges: ReportExchange[] = [];
  let observedPreflights = 0;
  for (const each of judged) {
    const { exchange, verdicts } = each;
    const reported = reportExchange(exchange, verdictsOf(verdicts), session.engine);
    exchanges.push(reported);
    if (reported.preflight !== null) observedPreflights++;
    if (exchange.api === 'preflight') continue;
    tally.add(each);
    gapCount.add(exchange, verdicts);
  }
  const { preflightCost, ...summary } = tally.summary();
  return {
    tool: { name: 'Crosslink', version: toolVersion },
    formatVersion: 1,
    generatedAt: session.generatedAt,
    page: { url: session.pageUrl },
    host: null,
    agent: session.agent,
    engine: session.engine,
    regex: regexOf(session),
    traceContext: traceContextOf(session),
    exchanges,
    endpoints: tally.endpoints(),
    summary: { ...summary, observedPreflights, preflightCost },
    notObserved: [
      ...(session.gaps ?? []),
      ...gapCount.gaps({ agent: session.agent, unreadable: session.problems.length }),
    ],
    problems: session.problems,
  };
}

function regexOf({ pattern, agent }: ReportSession): Report['regex'] {
  if (pattern !== null) return { pattern, source: 'given' };
  const deployed = agent?.correlation?.pattern ?? null;
  return deployed === null ? { pattern: null, source: 'none' } : { pattern: deployed, source: 'deployed' };
}

function traceContextOf({ agent, traceContextDraft = {} }: ReportSession): Report['traceContext'] {
  const deployed = agent?.traceContext ?? null;
  if (deployed === null) return null;
  const { inclusions, exclusions } = traceContextDraft;
  const isGiven = inclusions !== undefined || exclusions !== undefined;
  return {
    inclusions: (inclusions ?? deployed.inclusions?.pattern) || null,
    exclusions: (exclusions ?? deployed.exclusions?.pattern) || null,
    source: isGiven ? 'given' : 'deployed',
  };
}

/** One object for all: a log has many. */
const observedPreflight = { observed: true, linkable: false } as const;

function reportExchange(exchange: Exchange, verdicts: ReportVerdicts, engine: Engine): ReportExchange {
  const last = lastHop(exchange);
  const preflighted = exchange.api === 'preflight' || exchange.hops.some((hop) => hop.preflight !== null);
  const seen = last.response !== null && tierEvidence(last.response.headers).seen;
  return {
    id: exchange.id,
    method: exchange.method,
    url: exchange.url,
    initiatorOrigin: exchange.initiatorOrigin,
    relation: originRelation(exchange.initiatorOrigin, last.url, engine),
    preflight: preflighted ? observedPreflight : null,
    tier: seen ? 'seen' : 'not-seen',
    verdicts,
  };
}
