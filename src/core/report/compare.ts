import { attention } from '../rollout/outcome-counts';
import { routes } from '../verdict/types';
import type { Outcome, Route } from '../verdict/types';
import type { Report, ReportEndpoint, ReportVerdict } from './types';

/** What two reports are compared by. */
export type ComparedReport = Pick<Report, 'generatedAt' | 'page' | 'engine' | 'regex'> & {
  readonly endpoints: readonly Pick<ReportEndpoint, 'method' | 'origin' | 'path' | 'count' | 'verdicts'>[];
};

export interface VerdictChange {
  readonly route: Route;
  readonly before: Outcome;
  readonly after: Outcome;
  /** The reasons that decided, as sentences. */
  readonly beforeReason: string | null;
  readonly afterReason: string | null;
}

export interface EndpointChange {
  readonly method: string;
  readonly origin: string;
  readonly path: string;
  /** `appeared`, `disappeared`: only one of the reports has the endpoint. */
  readonly kind: 'changed' | 'appeared' | 'disappeared';
  /** Of a changed endpoint the routes whose outcome differs. */
  readonly changes: readonly VerdictChange[];
  /** Outcomes of an endpoint that only one report has. */
  readonly outcomes: Readonly<Record<Route, Outcome>> | null;
}

export interface ReportComparison {
  readonly before: Omit<ComparedReport, 'endpoints'>;
  readonly after: Omit<ComparedReport, 'endpoints'>;
  /** In the order of the newer report; those that disappeared last. */
  readonly endpoints: readonly EndpointChange[];
  /** Endpoints that both have, with the same outcomes. */
  readonly unchanged: number;
}

/** The endpoints whose outcomes differ: before and after a change, or in two browsers. */
export function compareReports(before: ComparedReport, after: ComparedReport): ReportComparison {
  const earlier = byKey(before.endpoints);
  const endpoints: EndpointChange[] = [];
  let unchanged = 0;
  for (const [key, endpoint] of byKey(after.endpoints)) {
    const known = earlier.get(key);
    earlier.delete(key);
    if (known === undefined) {
      endpoints.push(oneSided(endpoint, 'appeared'));
      continue;
    }
    const changes = verdictChanges(known, endpoint);
    if (changes.length === 0) unchanged++;
    else endpoints.push({ ...identityOf(endpoint), kind: 'changed', changes, outcomes: null });
  }
  for (const endpoint of earlier.values()) endpoints.push(oneSided(endpoint, 'disappeared'));
  return { before: sideOf(before), after: sideOf(after), endpoints, unchanged };
}

type Endpoint = ComparedReport['endpoints'][number];

/** Masking makes paths alike: such endpoints are one, with the outcomes that need attention most. */
function byKey(endpoints: readonly Endpoint[]): Map<string, Endpoint> {
  const found = new Map<string, Endpoint>();
  for (const endpoint of endpoints) {
    const key = keyOf(endpoint);
    const alike = found.get(key);
    found.set(key, alike === undefined ? endpoint : merged(alike, endpoint));
  }
  return found;
}

function merged(a: Endpoint, b: Endpoint): Endpoint {
  const worse = (route: Route): ReportVerdict => {
    const [one, other] = [a.verdicts[route], b.verdicts[route]];
    return attention.indexOf(other.outcome) < attention.indexOf(one.outcome) ? other : one;
  };
  const verdicts = { today: worse('today'), cookies: worse('cookies'), header: worse('header') };
  return { ...a, count: a.count + b.count, verdicts };
}

function verdictChanges(before: Endpoint, after: Endpoint): VerdictChange[] {
  return routes
    .filter((route) => before.verdicts[route].outcome !== after.verdicts[route].outcome)
    .map((route) => ({
      route,
      before: before.verdicts[route].outcome,
      after: after.verdicts[route].outcome,
      beforeReason: before.verdicts[route].reasons[0]?.text ?? null,
      afterReason: after.verdicts[route].reasons[0]?.text ?? null,
    }));
}

function oneSided(endpoint: Endpoint, kind: 'appeared' | 'disappeared'): EndpointChange {
  const { today, cookies, header } = endpoint.verdicts;
  const outcomes = { today: today.outcome, cookies: cookies.outcome, header: header.outcome };
  return { ...identityOf(endpoint), kind, changes: [], outcomes };
}

function identityOf({ method, origin, path }: Endpoint): Pick<EndpointChange, 'method' | 'origin' | 'path'> {
  return { method, origin, path };
}

function keyOf({ method, origin, path }: Endpoint): string {
  return `${method} ${origin}${path}`;
}

function sideOf({ generatedAt, page, engine, regex }: ComparedReport): Omit<ComparedReport, 'endpoints'> {
  return { generatedAt, page, engine, regex };
}
