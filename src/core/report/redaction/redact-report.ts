import type { AgentProfile } from '../../agent/profile';
import type { Reason } from '../../verdict/reason';
import { routes } from '../../verdict/types';
import type { ComparedReport } from '../compare';
import type { Report, ReportCall, ReportEndpoint, ReportVerdicts } from '../types';
import { redactHeader, redactHeaders } from './redact-headers';
import { redactText } from './redact-text';
import { redactUrl } from './redact-url';

/** The report without secrets: what leaves the panel unless the reader asks for the raw one. Redacting twice changes nothing. */
export function redactReport(report: Report): Report {
  return {
    ...report,
    page: redactPage(report.page),
    agent: report.agent === null ? null : redactAgent(report.agent),
    exchanges: report.exchanges.map((exchange) => ({
      ...exchange,
      url: redactUrl(exchange.url),
      verdicts: redactVerdicts(exchange.verdicts),
    })),
    endpoints: report.endpoints.map((endpoint) => ({
      ...redactEndpoint(endpoint),
      call: redactCall(endpoint.call),
      server: {
        ...endpoint.server,
        reason: endpoint.server.reason === null ? null : redactReason(endpoint.server.reason),
      },
    })),
    problems: report.problems.map((problem) => ({ ...problem, what: redactText(problem.what) })),
    notObserved: report.notObserved.map((gap) => ({ ...gap, text: redactText(gap.text) })),
  };
}

/** The same for what two reports are compared by. */
export function redactCompared(report: ComparedReport): ComparedReport {
  return { ...report, page: redactPage(report.page), endpoints: report.endpoints.map(redactEndpoint) };
}

function redactPage({ url }: Report['page']): Report['page'] {
  return { url: url === null ? null : redactUrl(url) };
}

function redactEndpoint<Endpoint extends Pick<ReportEndpoint, 'path' | 'verdicts'>>(
  endpoint: Endpoint,
): Endpoint {
  return { ...endpoint, path: redactUrl(endpoint.path), verdicts: redactVerdicts(endpoint.verdicts) };
}

/** Its addresses and configuration are public, but tokens in URLs are not. */
export function redactAgent(agent: AgentProfile): AgentProfile {
  return {
    ...agent,
    scriptUrl: agent.scriptUrl === null ? null : redactUrl(agent.scriptUrl),
    reportUrl: agent.reportUrl === null ? null : redactUrl(agent.reportUrl),
    config: {
      ...agent.config,
      values: Object.fromEntries(
        Object.entries(agent.config.values).map(([key, value]) => [key, redactText(value)]),
      ),
    },
    warnings: agent.warnings.map(redactReason),
  };
}

export function redactVerdicts(verdicts: ReportVerdicts): ReportVerdicts {
  const redacted = { ...verdicts };
  for (const route of routes) {
    redacted[route] = { ...verdicts[route], reasons: verdicts[route].reasons.map(redactReason) };
  }
  return redacted;
}

function redactReason(reason: Reason): Reason {
  const { text, evidence } = reason;
  if (evidence === undefined) return { ...reason, text: redactText(text) };
  // the subject of a header's evidence starts with the header's name: `x-dtc of the request`
  const [header = ''] = evidence.subject.split(' ');
  const isHeader = / (?:header )?of the (?:request|response|preflight)$/.test(evidence.subject);
  const hide = (value: string | null): string | null =>
    value === null
      ? null
      : isHeader && !isCookieName(header, value)
        ? redactHeader([header, value])[1]
        : redactText(value);
  return {
    ...reason,
    text: redactText(text),
    evidence: { ...evidence, saw: hide(evidence.saw), needed: hide(evidence.needed) },
  };
}

/** Evidence about the Cookie header names a cookie or says that there is none; it never holds a pair. */
function isCookieName(header: string, value: string): boolean {
  return header.toLowerCase() === 'cookie' && !value.includes('=');
}

function redactCall(call: ReportCall): ReportCall {
  const { preflight } = call;
  return {
    ...call,
    url: redactUrl(call.url),
    headers: redactHeaders(call.headers),
    preflight: preflight === null ? null : { ...preflight, headers: redactHeaders(preflight.headers) },
  };
}
