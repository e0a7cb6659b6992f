import { comparisonAnswer, redactUrl } from '../core';
import type { EndpointChange, ReportComparison } from '../core';
import { explainedTable } from './table';
import type { Cell, Column } from './table';
import { coloured } from './terminal';
import type { Terminal } from './terminal';

const columns: readonly Column[] = [
  { title: 'ENDPOINT', least: 24 },
  { title: 'ROUTE', least: null },
  { title: 'BEFORE', least: null },
  { title: 'AFTER', least: null },
  { title: 'WHY NOW', least: 12 },
];

/** A comparison as lines of text. */
export function comparisonTable(comparison: ReportComparison, terminal: Terminal): string {
  const answer = coloured(comparisonAnswer(comparison), 'heading', terminal);
  const rows = comparison.endpoints.flatMap(changeRows);
  return rows.length === 0 ? `${answer}\n` : `${answer}\n\n${explainedTable(columns, rows, terminal)}\n`;
}

function changeRows(endpoint: EndpointChange): Cell[][] {
  const { method, origin, path, kind, changes, outcomes } = endpoint;
  const name = { text: `${method} ${origin}${redactUrl(path)}` };
  if (kind === 'changed') {
    return changes.map(({ route, before, after, afterReason }) => [
      name,
      { text: route },
      { text: before, colour: before },
      { text: after, colour: after },
      { text: afterReason ?? '' },
    ]);
  }
  return (['today', 'cookies', 'header'] as const).map((route) => {
    const outcome = outcomes?.[route];
    const side = { text: outcome ?? '', colour: outcome };
    const missing = { text: kind === 'appeared' ? 'not there' : 'gone' };
    return [
      name,
      { text: route },
      ...(kind === 'appeared' ? [missing, side] : [side, missing]),
      { text: '' },
    ];
  });
}
