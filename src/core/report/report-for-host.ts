import { parseUrl } from '../site/parse-url';
import { routes } from '../verdict/types';
import type { Outcome, Route } from '../verdict/types';
import type { Report, ReportEndpoint } from './types';

/** The hosts (with port) that a report's endpoints are on, those that the most calls go to first. */
export function hostsOf(report: {
  readonly endpoints: readonly Pick<ReportEndpoint, 'origin' | 'count'>[];
}): string[] {
  const calls = new Map<string, number>();
  for (const { origin, count } of report.endpoints) {
    const host = hostOf(origin);
    if (host !== null) calls.set(host, (calls.get(host) ?? 0) + count);
  }
  return [...calls].toSorted(([, a], [, b]) => b - a).map(([host]) => host);
}

/** The part of a report that concerns the owner of one host, redirects to it included; the summary counts that part alone. */
export function reportForHost(report: Report, host: string): Report {
  const exchanges = report.exchanges.filter(({ url }) => hostOf(url) === host);
  const endpoints = report.endpoints.filter(
    ({ origin, call }) => hostOf(origin) === host || hostOf(call.url) === host,
  );
  const sum = (of: (endpoint: ReportEndpoint) => number): number =>
    endpoints.reduce((total, endpoint) => total + of(endpoint), 0);
  return {
    ...report,
    host,
    exchanges,
    endpoints,
    summary: {
      ...report.summary,
      ...countOutcomes(endpoints),
      addedPreflights: {
        cookies: sum(({ preflights }) => preflights.cookies),
        header: sum(({ preflights }) => preflights.header),
      },
      observedPreflights: exchanges.filter(({ preflight }) => preflight !== null).length,
    },
  };
}

function countOutcomes(endpoints: readonly ReportEndpoint[]): Record<Route, Record<Outcome, number>> {
  const zeroes = { links: 0, breaks: 0, unlinked: 0, cannot: 0, unknown: 0 };
  const counts = { today: { ...zeroes }, cookies: { ...zeroes }, header: { ...zeroes } };
  for (const { verdicts } of endpoints) for (const route of routes) counts[route][verdicts[route].outcome]++;
  return counts;
}

function hostOf(url: string): string | null {
  return parseUrl(url)?.host ?? null;
}
