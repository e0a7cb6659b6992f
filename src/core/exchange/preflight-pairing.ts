import { createNearestPairs, type NearestPairs } from './nearest-pairs';
import { byTime, endOf, withoutFragment, type NetworkRecord } from './network-record';

/**
 * Where the request is looked for, ms from the start of its preflight. Both browsers start it some ms before its
 * preflight; a proxy sees it after the preflight's answer.
 */
const WINDOW = { before: 30_000, after: 30_000 };
/** ms; clocks of two entries agree about so well. */
const JITTER = 50;
/** ms; how long before its preflight a request may have started where its own time does not cover the preflight. */
const LONGEST_WAIT = 3_000;
/** ms; how long a client may take from the preflight's answer to the request, as a proxy sees it. */
const LONGEST_GAP = 1_000;
/** Sanitised logs lack these. */
const REMOVED_BY_SANITISING = new Set(['authorization', 'cookie']);

/** Preflights and the requests that they asked for; both lie under {@link preflightKey}. */
export type PreflightPairs = NearestPairs<NetworkRecord, NetworkRecord>;

/** Ties each preflight (left) to one request (right), whichever arrives first. */
export function createPreflightPairs(changed: (record: NetworkRecord) => void): PreflightPairs {
  return createNearestPairs(
    {
      leftTime: (preflight) => preflight.startedAt,
      rightTime: (request) => request.startedAt,
      window: WINDOW,
      rank: preflightRank,
      leftOrder: byTime,
      rightOrder: byTime,
    },
    changed,
  );
}

export const preflightKey = (record: NetworkRecord): string => withoutFragment(record.url);

/**
 * Could this preflight have asked for this request (Fetch, CORS-preflight fetch)? 0: yes; 1: it asked for headers that
 * the request does not show; `null`: no.
 */
export function preflightRank(preflight: NetworkRecord, request: NetworkRecord): number | null {
  const { requestedMethod, requestedHeaders } = preflight.named;
  if (requestedMethod !== null && requestedMethod !== request.method) return null;
  if (!sameOrigin(preflight.named.origin, request.named.origin)) return null;
  if (!timesAgree(preflight, request)) return null;
  if (request.response !== null && !granted(preflight)) return null;
  if (requestedHeaders === null || shows(request, requestedHeaders)) return 0;
  return request.headersOnWire ? null : 1;
}

/** After a redirect to another origin the request's is `null`, while Firefox's preflight shows the page's. */
function sameOrigin(preflight: string | null, request: string | null): boolean {
  if (preflight === null || request === null || preflight === 'null' || request === 'null') return true;
  return preflight === request;
}

/** Chromium's time of a request covers its preflight; Firefox's starts after it, and a proxy sees one after the other. */
function timesAgree(preflight: NetworkRecord, request: NetworkRecord): boolean {
  if (request.resourceType !== null) {
    return request.startedAt <= preflight.startedAt + JITTER && endOf(preflight) <= endOf(request) + JITTER;
  }
  return (
    request.startedAt >= preflight.startedAt - LONGEST_WAIT &&
    request.startedAt <= endOf(preflight) + LONGEST_GAP
  );
}

/** An answered request was granted by its preflight. */
function granted({ response }: NetworkRecord): boolean {
  return response !== null && response.status >= 200 && response.status <= 299;
}

function shows(request: NetworkRecord, requestedHeaders: string): boolean {
  const names = new Set(request.requestHeaders.map(([name]) => name.toLowerCase()));
  return requestedHeaders
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .every((name) => names.has(name) || REMOVED_BY_SANITISING.has(name));
}
