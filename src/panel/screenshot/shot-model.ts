import {
  answerOf,
  headFacts,
  outcomes,
  redactReport,
  redactText,
  redactUrl,
  routes,
  visibleText,
} from '../../core';
import type { Exchange, Outcome, Report, Route } from '../../core';
import { clockTime } from '../components/text/clock-time';
import { plural } from '../components/text/plural';
import { statusText } from '../components/text/status-text';
import { routeTitles } from '../components/outcome/outcome-words';
import type { Row, TableStore, Verdicts } from '../store/types';

/** What a picture of the result says: text and outcomes, secrets masked, control characters made visible. */
export interface ShotModel {
  readonly answer: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly routes: readonly ShotRoute[];
  readonly rows: readonly ShotRow[];
}

export interface ShotRoute {
  readonly title: string;
  readonly counts: readonly { readonly outcome: Outcome; readonly count: number }[];
  /** `+3 preflights`; empty: none. */
  readonly added: string;
}

export interface ShotRow {
  readonly depth: number;
  readonly method: string;
  readonly name: string;
  /** Outcomes per route; `null`: the row is no call. */
  readonly outcomes: Readonly<Record<Route, Outcome>> | null;
  readonly preflight: string;
  readonly status: string;
  /** Why a route would break it: a sentence for each such route. */
  readonly why: readonly string[];
}

/** What the picture is made of. */
export interface ShotSource {
  readonly report: Report;
  readonly table: Pick<TableStore, 'rows' | 'total' | 'shown' | 'filter' | 'invert' | 'grouped'>;
  /** Name and version. */
  readonly browser: string;
  /** Of a file; `null`: the live session. */
  readonly file: string | null;
}

export function shotModel({ report: full, table, browser, file }: ShotSource): ShotModel {
  const report = redactReport(full);
  const { summary } = report;
  return {
    answer: answerOf(report),
    facts: [
      ...headFacts(report),
      ...(file === null ? [['Browser', browser] as const] : [['From the file', file] as const]),
      ['Shown', shownText(table, report.endpoints.length)],
    ].map(([label, value]) => [label, visibleText(value)] as const),
    routes: routes.map((route) => ({
      title: routeTitles[route],
      counts: outcomes
        .map((outcome) => ({ outcome, count: summary[route][outcome] }))
        .filter(({ count }) => count > 0),
      added: route === 'today' ? '' : addedText(summary.addedPreflights[route]),
    })),
    rows: Array.from(table.rows.peek(), shotRow),
  };
}

function shownText(table: ShotSource['table'], endpoints: number): string {
  const total = table.total.peek();
  const shown = table.shown.peek();
  const filter = table.filter.peek().trim();
  const calls = shown === total ? `all ${plural(total, 'call')}` : `${shown} of ${plural(total, 'call')}`;
  const by =
    filter === '' ? '' : `; filter${table.invert.peek() ? ' (inverted)' : ''}: ${redactText(filter)}`;
  return `${calls}, ${plural(endpoints, 'endpoint')}${by}`;
}

function addedText(added: number): string {
  return added === 0 ? '' : `+${plural(added, 'preflight')}`;
}

const preflightTexts = { seen: 'seen', added: 'would be added', none: 'none' } as const;

function shotRow(row: Row): ShotRow {
  switch (row.kind) {
    case 'endpoint': {
      const { method, origin, path, count, verdicts } = row.endpoint;
      return {
        ...callRow(method, redactUrl(origin + path), verdicts),
        depth: row.depth,
        preflight: preflightTexts[row.preflight],
        status: `${plural(count, 'call')}, ${statusText(row.latest.exchange, row.latest.failed)}`,
      };
    }
    case 'exchange':
      return {
        ...callRow(row.exchange.method, redactUrl(row.exchange.url), row.verdicts),
        depth: row.depth,
        preflight: preflightTexts[row.preflight],
        status: statusText(row.exchange, row.failed),
      };
    case 'preflight':
      return {
        depth: row.depth,
        method: 'OPTIONS',
        name: visibleText(redactUrl(preflightUrl(row.exchange, row.hop))),
        outcomes: { today: 'cannot', cookies: 'cannot', header: 'cannot' },
        preflight: '',
        status: String(row.exchange.hops[row.hop]?.preflight?.response?.status ?? '(not seen)'),
        why: [],
      };
    case 'navigation':
      return {
        depth: 0,
        method: 'Page',
        name: visibleText(redactUrl(row.url)),
        outcomes: null,
        preflight: '',
        status: clockTime(row.at),
        why: [],
      };
  }
}

function callRow(method: string, url: string, verdicts: Verdicts) {
  const { today, cookies, header } = verdicts;
  return {
    method: visibleText(method),
    name: visibleText(url),
    outcomes: { today: today.outcome, cookies: cookies.outcome, header: header.outcome },
    why: routes.flatMap((route) => {
      const { outcome, reasons } = verdicts[route];
      if (outcome !== 'breaks') return [];
      return `${routeTitles[route]}: ${visibleText(redactText(reasons[0]?.text ?? ''))}`;
    }),
  };
}

function preflightUrl(exchange: Exchange, hop: number): string {
  return exchange.hops[hop]?.preflight?.url ?? exchange.url;
}
