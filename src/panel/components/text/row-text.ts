import { routes } from '../../../core';
import type { Row } from '../../store/types';
import { clockTime } from './clock-time';
import { statusText } from './status-text';
import { routeTitles } from '../outcome/outcome-words';

/** A row as tab-separated text, for the clipboard. */
export function rowText(row: Row): string {
  switch (row.kind) {
    case 'endpoint': {
      const { method, origin, path, count, verdicts } = row.endpoint;
      return [method, origin + path, `${count}×`, ...outcomesText(verdicts)].join('\t');
    }
    case 'exchange': {
      const { method, url, startedAt } = row.exchange;
      const status = statusText(row.exchange, row.failed);
      return [method, url, status, clockTime(startedAt), ...outcomesText(row.verdicts)].join('\t');
    }
    case 'preflight':
      return ['OPTIONS', row.exchange.hops[row.hop]?.preflight?.url ?? row.exchange.url, 'cannot link'].join(
        '\t',
      );
    case 'navigation':
      return ['Navigation', row.url, clockTime(row.at)].join('\t');
  }
}

function outcomesText(verdicts: Extract<Row, { kind: 'exchange' }>['verdicts']): string[] {
  return routes.map((route) => `${routeTitles[route]}: ${verdicts[route].outcome}`);
}
