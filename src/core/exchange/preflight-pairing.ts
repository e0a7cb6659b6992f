import { firstValue } from '../fetch/header-list';
import { createNearestPairs } from './nearest-pairs';
import { endOf, type NetworkRecord } from './network-record';
import { createRequestIndex, requestKey } from './request-index';
import type { TimeIndex } from './time-index';

/**
 * Where the request is looked for, ms from the start of its preflight. Both browsers start it some ms before its
 * preflight; a proxy sees it after the preflight's answer.
 */
const WINDOW = { before: 30_000, after: 10_000 };
/** ms; of calls that are made at once, browsers ask for the first first: the nearest in time is another call's. */
const TOGETHER = 10;
/** ms; clocks of two entries agree about so well. */
const JITTER = 50;
/** ms; how long before its preflight a request may have started where its own time does not cover the preflight. */
const LONGEST_WAIT = 3_000;
/** ms; how long a client may take from the preflight's answer to the request, as a proxy sees it. */
const LONGEST_GAP = 1_000;
/** Sanitised logs lack these. */
const REMOVED_BY_SANITISING = new Set(['authorization', 'cookie']);

/** Preflights and the requests that they asked for. */
export interface PreflightPairs {
  add(preflight: NetworkRecord): void;
  remove(preflight: NetworkRecord): void;
  requestAdded(request: NetworkRecord): void;
  requestRemoved(request: NetworkRecord): void;
  requestOf(preflight: NetworkRecord): NetworkRecord | undefined;
  preflightOf(request: NetworkRecord): NetworkRecord | undefined;
}

/** Ties each preflight to one request, whichever arrives first. */
export function createPreflightPairs(
  requests: TimeIndex<NetworkRecord>,
  changed: (record: NetworkRecord) => void,
): PreflightPairs {
  const preflights = createRequestIndex();
  const rules = {
    lefts: preflights,
    rights: requests,
    window: WINDOW,
    together: TOGETHER,
    rank: preflightRank,
  };
  const pairs = createNearestPairs(rules, changed);
  return {
    add(preflight) {
      preflights.add(requestKey(preflight), preflight);
      pairs.leftAdded(requestKey(preflight), preflight);
    },
    remove(preflight) {
      preflights.remove(requestKey(preflight), preflight);
      pairs.leftRemoved(requestKey(preflight), preflight);
    },
    requestAdded: (request) => pairs.rightAdded(requestKey(request), request),
    requestRemoved: (request) => pairs.rightRemoved(requestKey(request), request),
    requestOf: pairs.rightOf,
    preflightOf: pairs.leftOf,
  };
}

/**
 * Could this preflight have asked for this request (Fetch, CORS-preflight fetch)? 0: yes; 1: though it seems to have
 * started earlier; 2 and 3: the same, but it asked for headers that the request does not show; `null`: no.
 */
export function preflightRank(preflight: NetworkRecord, request: NetworkRecord): number | null {
  const { requestedMethod, requestedHeaders } = preflight.named;
  if (requestedMethod !== null && requestedMethod !== request.method) return null;
  if (!sameOrigin(preflight.named.origin, request.named.origin)) return null;
  if (!timesAgree(preflight, request)) return null;
  if (request.response !== null && !granted(preflight)) return null;
  // browsers start the request first
  const order = request.startedAt <= preflight.startedAt ? 0 : 1;
  if (requestedHeaders === null || shows(request, requestedHeaders)) return order;
  return request.headersOnWire ? null : 2 + order;
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

function shows({ requestHeaders }: NetworkRecord, requestedHeaders: string): boolean {
  return requestedHeaders.split(',').every((item) => {
    const name = item.trim().toLowerCase();
    return REMOVED_BY_SANITISING.has(name) || firstValue(requestHeaders, name) !== null;
  });
}
