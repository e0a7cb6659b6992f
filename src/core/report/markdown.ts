import { catalogue } from '../verdict/catalogue';
import type { Reason } from '../verdict/reason';
import { routes } from '../verdict/types';
import { curlOfCall } from './curl';
import { endpointWork, groupEndpoints, hostFixes, linkingRoutes } from './endpoint-groups';
import type { HostFix } from './endpoint-groups';
import { markdownBlock, markdownCode, markdownDetails, markdownTable, markdownText } from './markdown-text';
import { redactReport } from './redact';
import { answerOf, headFacts, ownerNote, preflightFacts } from './report-facts';
import { serverAnswerText } from './server-answer';
import type { Report, ReportEndpoint } from './types';

export interface DocumentOptions {
  /** Default true: no cookies, authorization, tokens, `x-dtc` values. */
  readonly redact?: boolean | undefined;
}

const outcomes = ['links', 'breaks', 'unlinked', 'cannot', 'unknown'] as const;

/** The report for a ticket, in GitHub-flavoured Markdown that Jira reads as well. */
export function markdownReport(full: Report, { redact = true }: DocumentOptions = {}): string {
  // a document names endpoints, not single calls
  const document = { ...full, exchanges: [] };
  const report = redact ? redactReport(document) : document;
  const { work, leftOut, ready, cannot } = groupEndpoints(report);
  const sections = [
    `## ${markdownText(answerOf(report))}`,
    ...ownerSection(report),
    headFacts(report)
      .map(([label, value]) => `- **${label}:** ${markdownCode(value)}`)
      .join('\n'),
    summaryTable(report),
    ...section('Endpoints that need work', work, (endpoint) => workSection(endpoint, redact)),
    ...hostFixes(work).map(serverSection),
    ...listSection('Endpoints that the pattern leaves out', 'Server', leftOut, serverAnswerText),
    ...listSection('Endpoints that are ready', 'Would link', ready, (endpoint) =>
      linkingRoutes(endpoint).join(', '),
    ),
    ...listSection('Endpoints that cannot link', 'Why', cannot, reasonTitle),
    `### Preflights\n\n${preflightFacts(report)
      .map((fact) => `- ${markdownText(fact)}`)
      .join('\n')}`,
    ...notObserved(report),
  ];
  return `${sections.join('\n\n')}\n`;
}

function ownerSection(report: Report): string[] {
  const note = ownerNote(report);
  return note === null
    ? []
    : [`**For the owner of ${markdownCode(report.host ?? '')}.** ${markdownText(note)}`];
}

function summaryTable({ summary }: Report): string {
  return markdownTable(
    ['Route', ...outcomes],
    routes.map((route) => [route, ...outcomes.map((outcome) => String(summary[route][outcome]))]),
  );
}

function section(
  title: string,
  endpoints: readonly ReportEndpoint[],
  write: (endpoint: ReportEndpoint) => string,
): string[] {
  return endpoints.length === 0 ? [] : [`### ${title} (${endpoints.length})`, ...endpoints.map(write)];
}

function workSection(endpoint: ReportEndpoint, redact: boolean): string {
  const work = endpointWork(endpoint);
  const lines = [`#### ${endpointCode(endpoint)}`, verdictTable(endpoint)];
  if (work?.serverFirst) {
    const { serverFirst } = work;
    lines.push(
      `**On the server:** ${markdownText(serverFirst.text)}`,
      ...evidenceTable(serverFirst),
      ...fixLine('Fix', catalogue[serverFirst.code].fix),
    );
  }
  lines.push(
    ...evidenceTable(work?.reason),
    ...fixLine(work?.serverFirst ? 'Then' : 'Fix', work?.fix ?? null),
  );
  if (work?.serverNeeds) {
    const line = markdownBlock(curlOfCall(endpoint.call, { shell: 'bash', redact }), 'sh');
    lines.push(markdownDetails('Ask the server: <code>curl</code>', line));
  }
  return lines.join('\n\n');
}

function evidenceTable(reason: Reason | undefined): string[] {
  if (reason?.evidence === undefined) return [];
  const { subject, saw, needed } = reason.evidence;
  const rows = [
    ['seen', saw === null ? 'nothing' : markdownCode(saw)],
    ...(needed === null ? [] : [['needed', markdownCode(needed)]]),
  ];
  return [markdownTable(['', markdownText(subject)], rows)];
}

function fixLine(label: string, fix: string | null): string[] {
  return fix === null ? [] : [`**${label}:** ${markdownText(fix)}`];
}

function serverSection({ host, origin, endpoints, servers }: HostFix): string {
  const snippets = servers.map(({ title, language, text }) =>
    markdownDetails(title, markdownBlock(text, language)),
  );
  const about = `For pages of ${markdownCode(origin)}: ${endpoints.map(markdownCode).join(', ')}`;
  return [`### Server configuration: ${markdownCode(host)}`, about, ...snippets].join('\n\n');
}

function verdictTable({ verdicts, count }: ReportEndpoint): string {
  return markdownTable(
    ['Route', 'Outcome', `Why (${count === 1 ? '1 call' : `${count} calls`})`],
    routes.map((route) => [
      route,
      `**${verdicts[route].outcome}**`,
      markdownText(verdicts[route].reasons[0]?.text ?? ''),
    ]),
  );
}

function listSection(
  title: string,
  heading: string,
  endpoints: readonly ReportEndpoint[],
  say: (endpoint: ReportEndpoint) => string,
): string[] {
  if (endpoints.length === 0) return [];
  const rows = endpoints.map((endpoint) => [
    endpointCode(endpoint),
    String(endpoint.count),
    markdownText(say(endpoint)),
  ]);
  return [`### ${title} (${endpoints.length})`, markdownTable(['Endpoint', 'Calls', heading], rows)];
}

function reasonTitle({ verdicts }: ReportEndpoint): string {
  return verdicts.header.reasons[0]?.text ?? '';
}

function endpointCode({ method, origin, path }: ReportEndpoint): string {
  return markdownCode(`${method} ${origin}${path}`);
}

function notObserved({ notObserved: gaps, problems }: Report): string[] {
  if (gaps.length === 0 && problems.length === 0) return [];
  const unreadable = problems.map(({ index, what }) => `- entry ${index}: ${markdownText(what)}`);
  const list = gaps.map(({ text }) => `- ${markdownText(text)}`).join('\n');
  const folded =
    unreadable.length === 0 ? [] : [markdownDetails('Entries that could not be read', unreadable.join('\n'))];
  return [['### Not observed', list, ...folded].filter((part) => part !== '').join('\n\n')];
}
