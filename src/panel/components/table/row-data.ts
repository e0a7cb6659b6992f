import type { Row } from '../../store/types';

export interface RowData {
  readonly 'data-kind': Row['kind'];
  readonly 'data-method'?: string;
  readonly 'data-url': string;
  readonly 'data-today'?: string;
  readonly 'data-cookies'?: string;
  readonly 'data-header'?: string;
}

/** What tests and scripts read of a row. A preflight cannot link on any route. */
export function rowData(row: Row): RowData {
  switch (row.kind) {
    case 'endpoint': {
      const { method, origin, path, verdicts } = row.endpoint;
      return {
        'data-kind': row.kind,
        'data-method': method,
        'data-url': origin + path,
        ...outcomeData(verdicts),
      };
    }
    case 'exchange':
      return {
        'data-kind': row.kind,
        'data-method': row.exchange.method,
        'data-url': row.exchange.url,
        ...outcomeData(row.verdicts),
      };
    case 'preflight':
      return {
        'data-kind': row.kind,
        'data-method': 'OPTIONS',
        'data-url': row.exchange.hops[row.hop]?.preflight?.url ?? row.exchange.url,
        'data-today': 'cannot',
        'data-cookies': 'cannot',
        'data-header': 'cannot',
      };
    case 'navigation':
      return { 'data-kind': row.kind, 'data-url': row.url };
  }
}

function outcomeData(verdicts: Extract<Row, { kind: 'exchange' }>['verdicts']) {
  return {
    'data-today': verdicts.today.outcome,
    'data-cookies': verdicts.cookies.outcome,
    'data-header': verdicts.header.outcome,
  };
}
