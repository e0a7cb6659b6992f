import { answerOf, headFacts, preflightFacts, routes, visibleText } from '../core';
import type { Report, ReportEndpoint, Route } from '../core';
import { explainedTable } from './table';
import type { Cell, Column } from './table';
import { coloured } from './terminal';
import type { Terminal } from './terminal';
import { wrapped } from './wrap';

/** A report as lines of text: answer, facts, endpoints, what was not observed. */
export function reportTable(report: Report, shown: readonly Route[] | null, terminal: Terminal): string {
  const { endpoints, notObserved } = report;
  const say = (text: string, indent = '', first = indent): string =>
    wrapped(visibleText(text), terminal, indent, first);
  const facts = headFacts(report).map(([label, value]) => say(`${label}: ${value}`, '  ', ''));
  const answer = say(answerOf(report));
  const parts = [[coloured(answer, 'heading', terminal), ...facts].join('\n')];
  if (endpoints.length > 0) parts.push(endpointTable(endpoints, shown ?? routes, terminal));
  parts.push(
    preflightFacts(report)
      .map((fact) => say(fact))
      .join('\n'),
  );
  if (notObserved.length > 0) {
    parts.push(['Not observed:', ...notObserved.map(({ text }) => say(text, '  ', '- '))].join('\n'));
  }
  return `${parts.join('\n\n')}\n`;
}

function endpointTable(
  endpoints: readonly ReportEndpoint[],
  shown: readonly Route[],
  terminal: Terminal,
): string {
  const decisive = shown.includes('header') ? 'header' : (shown.at(-1) ?? 'header');
  const columns: Column[] = [
    { title: 'ENDPOINT', least: 24 },
    { title: 'CALLS', least: null },
    ...shown.map((route) => ({ title: route.toUpperCase(), least: null })),
    { title: `WHY (${decisive})`, least: 12 },
  ];
  const rows = endpoints.map(({ method, origin, path, count, verdicts }): Cell[] => [
    { text: `${method} ${origin}${path}` },
    { text: String(count) },
    ...shown.map((route) => ({ text: verdicts[route].outcome, colour: verdicts[route].outcome })),
    { text: verdicts[decisive].reasons[0]?.text ?? '' },
  ]);
  return explainedTable(columns, rows, terminal);
}
