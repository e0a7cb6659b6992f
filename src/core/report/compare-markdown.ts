import type { EndpointChange, ReportComparison } from './compare';
import { markdownCode, markdownTable, markdownText } from './markdown-text';
import { redactText, redactUrl } from './redact';
import { engineNames } from './report-facts';

/** The comparison for a ticket. Always redacted: it names endpoints and sentences only. */
export function markdownComparison(comparison: ReportComparison): string {
  const { before, after, endpoints, unchanged } = comparison;
  const facts = markdownTable(
    ['', 'Before', 'After'],
    [
      ['Page', pageOf(before), pageOf(after)],
      ['Rules of', engineNames[before.engine], engineNames[after.engine]],
      ['Pattern', patternOf(before), patternOf(after)],
      ['Generated', markdownCode(before.generatedAt), markdownCode(after.generatedAt)],
    ],
  );
  const rows = endpoints.flatMap(changeRows);
  const table =
    rows.length === 0 ? [] : [markdownTable(['Endpoint', 'Route', 'Before', 'After', 'Why now'], rows)];
  return `${[`## ${comparisonAnswer(comparison)}`, facts, ...table, `${unchanged} unchanged.`].join('\n\n')}\n`;
}

/** The comparison in one sentence. */
export function comparisonAnswer({ endpoints, unchanged }: ReportComparison): string {
  if (endpoints.length === 0) return `No endpoint’s verdict changed (${unchanged} compared).`;
  const count = (kind: EndpointChange['kind']): number =>
    endpoints.filter((each) => each.kind === kind).length;
  return `${count('changed')} changed, ${count('appeared')} appeared, ${count('disappeared')} disappeared, ${unchanged} unchanged.`;
}

function changeRows(endpoint: EndpointChange): string[][] {
  const name = markdownCode(`${endpoint.method} ${endpoint.origin}${redactUrl(endpoint.path)}`);
  if (endpoint.kind === 'changed') {
    return endpoint.changes.map(({ route, before, after, afterReason }) => [
      name,
      route,
      before,
      `**${after}**`,
      markdownText(redactText(afterReason ?? '')),
    ]);
  }
  const { outcomes, kind } = endpoint;
  const summary =
    outcomes === null
      ? ''
      : Object.entries(outcomes)
          .map(([route, outcome]) => `${route} ${outcome}`)
          .join(', ');
  return [
    [
      name,
      'all',
      kind === 'appeared' ? 'not there' : summary,
      kind === 'appeared' ? `**${summary}**` : '**gone**',
      '',
    ],
  ];
}

function pageOf({ page }: ReportComparison['before']): string {
  return page.url === null ? 'not known' : markdownCode(redactUrl(page.url));
}

function patternOf({ regex }: ReportComparison['before']): string {
  return regex.pattern === null ? 'none' : markdownCode(regex.pattern);
}
