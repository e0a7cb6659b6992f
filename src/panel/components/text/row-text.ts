import { redactUrl, routes, visibleText } from '../../../core';
import type { Row } from '../../store/types';
import { clockTime } from './clock-time';
import { statusText } from './status-text';
import { routeTitles } from '../outcome/outcome-words';

/** A row as tab-separated text, for the clipboard: without secrets, and with nothing that a spreadsheet would calculate. */
export function rowText(row: Row): string {
  return cellsOf(row)
    .map((cell) => visibleText(cell).replace(/^[=+\-@]/, "'$&"))
    .join('\t');
}

function cellsOf(row: Row): string[] {
  switch (row.kind) {
    case 'endpoint': {
      const { method, origin, path, count, verdicts } = row.endpoint;
      return [method, redactUrl(origin + path), `${count}×`, ...outcomesText(verdicts)];
    }
    case 'exchange': {
      const { method, url, startedAt } = row.exchange;
      const status = statusText(row.exchange, row.failed);
      return [method, redactUrl(url), status, clockTime(startedAt), ...outcomesText(row.verdicts)];
    }
    case 'preflight':
      return [
        'OPTIONS',
        redactUrl(row.exchange.hops[row.hop]?.preflight?.url ?? row.exchange.url),
        'cannot link',
      ];
    case 'navigation':
      return ['Navigation', redactUrl(row.url), clockTime(row.at)];
  }
}

function outcomesText(verdicts: Extract<Row, { kind: 'exchange' }>['verdicts']): string[] {
  return routes.map((route) => `${routeTitles[route]}: ${verdicts[route].outcome}`);
}
