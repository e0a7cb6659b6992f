import { foldIds } from '../rollout/endpoint-key';
import { mendedByServer, mergeFixRequests, serverFixes } from '../rollout/server-fixes';
import type { FixRequest, ServerFix } from '../rollout/server-fixes';
import { unsafeRequestHeaderNames } from '../fetch/unsafe-headers';
import { parseUrl } from '../site/parse-url';
import { catalogue } from '../verdict/catalogue';
import type { Reason, ReasonCode } from '../verdict/reason';
import type { Route } from '../verdict/types';
import type { Report, ReportEndpoint } from './types';

/** The endpoints of a report by what is to be done about them. */
export interface EndpointGroups {
  /** Those that would break first, then what nobody asked, then what stays unlinked. */
  readonly work: readonly ReportEndpoint[];
  /** The pattern leaves them out, and nothing else is known to be in the way: a matter of the pattern, not of a server. */
  readonly leftOut: readonly ReportEndpoint[];
  /** They link today, or would on a route without further work. */
  readonly ready: readonly ReportEndpoint[];
  /** No route can link them. */
  readonly cannot: readonly ReportEndpoint[];
}

const urgency = ['breaks', 'unknown', 'unlinked', 'cannot', 'links'] as const;

/**
 * The owner of a host has to do with what its servers say: there, an endpoint that the pattern leaves out is work until
 * its server is known to accept the agent's headers.
 */
export function groupEndpoints(report: Pick<Report, 'endpoints' | 'host'>): EndpointGroups {
  const work: ReportEndpoint[] = [];
  const leftOut: ReportEndpoint[] = [];
  const ready: ReportEndpoint[] = [];
  const cannot: ReportEndpoint[] = [];
  for (const endpoint of report.endpoints) {
    const { today, cookies, header } = endpoint.verdicts;
    if (header.outcome === 'breaks') work.push(endpoint);
    else if ([today, cookies, header].some(({ outcome }) => outcome === 'links')) ready.push(endpoint);
    else if (header.outcome === 'cannot' && cookies.outcome === 'cannot') cannot.push(endpoint);
    else if (isLeftOut(endpoint) && !(report.host !== null && serverIsOpen(endpoint))) leftOut.push(endpoint);
    else work.push(endpoint);
  }
  const rank = ({ verdicts }: ReportEndpoint): number => urgency.indexOf(verdicts.header.outcome);
  return { work: work.toSorted((a, b) => rank(a) - rank(b)), leftOut, ready, cannot };
}

/** The agent adds nothing to its calls, because its pattern does not match them. */
function isLeftOut({ verdicts }: Pick<ReportEndpoint, 'verdicts'>): boolean {
  const code = verdicts.header.reasons[0]?.code;
  return code !== undefined && outsidePattern.has(code);
}

const outsidePattern: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'regex-no-match',
  'regex-not-set',
  'trace-context-not-included',
]);

/** Its server refuses the agent's headers, or nobody has asked it. */
function serverIsOpen({ server }: Pick<ReportEndpoint, 'server'>): boolean {
  return server.kind === 'refuses' || server.kind === 'not-asked';
}

/** The routes on which an endpoint would link. */
export function linkingRoutes({ verdicts }: ReportEndpoint): Route[] {
  return (['today', 'cookies', 'header'] as const).filter((route) => verdicts[route].outcome === 'links');
}

/** What decides about an endpoint that needs work, and what to change. */
export interface EndpointWork {
  /** The route that is closest: header, unless it cannot link and the cookie route can. */
  readonly route: Route;
  readonly reason: Reason;
  /** `null`: nothing needs to or can be changed. */
  readonly fix: string | null;
  /** What the server must mend before the pattern may match the endpoint; `null`: nothing, or `reason` says it. */
  readonly serverFirst: Reason | null;
  /** What its server would have to allow; `null`: the reason is none that a server's CORS rules mend. */
  readonly serverNeeds: FixRequest | null;
}

export function endpointWork({
  verdicts,
  call,
  server,
}: Pick<ReportEndpoint, 'verdicts' | 'call' | 'server'>): EndpointWork | null {
  const route = verdicts.header.outcome === 'cannot' ? 'cookies' : 'header';
  const [reason] = verdicts[route].reasons;
  if (reason === undefined) return null;
  const codes = verdicts[route].reasons.map(({ code }) => code);
  const mayRefuse = isLeftOut({ verdicts }) && serverIsOpen({ server });
  const mends = parseUrl(call.url) !== null && (mayRefuse || codes.some(mendedByServer));
  return {
    route,
    reason,
    fix: catalogue[reason.code].fix,
    serverFirst: mayRefuse ? server.reason : null,
    serverNeeds: mends
      ? {
          origin: call.initiatorOrigin,
          paths: [foldIds(new URL(call.url).pathname)],
          methods: [call.method],
          headers: unsafeRequestHeaderNames(call.headers),
          adds: call.adds,
          credentialed: route === 'cookies' || call.credentials === 'include',
          allowed: call.preflight?.headers,
        }
      : null,
  };
}

/** One configuration for all endpoints of a host that need one, for one page's origin. */
export interface HostFix {
  readonly host: string;
  /** Origin of the pages that call it. */
  readonly origin: string;
  /** `PUT /orders/{id}` */
  readonly endpoints: readonly string[];
  readonly servers: readonly ServerFix[];
}

/** What API owners have to configure, host by host. */
export function hostFixes(endpoints: readonly ReportEndpoint[]): HostFix[] {
  const needs = new Map<string, { host: string; requests: FixRequest[] }>();
  for (const endpoint of endpoints) {
    const request = endpointWork(endpoint)?.serverNeeds;
    if (!request) continue;
    const { host } = new URL(endpoint.call.url);
    const key = `${host} ${request.origin}`;
    const known = needs.get(key);
    if (known) known.requests.push(request);
    else needs.set(key, { host, requests: [request] });
  }
  return [...needs.values()].flatMap(({ host, requests }) => {
    const merged = mergeFixRequests(requests);
    const servers = merged === null ? [] : serverFixes(merged);
    if (merged === null || servers.length === 0) return [];
    const named = requests.map(({ methods, paths }) => `${methods.join(', ')} ${paths.join(', ')}`);
    return [{ host, origin: merged.origin, endpoints: [...new Set(named)], servers }];
  });
}
