import { createNearestPairs } from './nearest-pairs';
import { byTime, endOf, withoutFragment, type NetworkRecord } from './network-record';
import { requestKey } from './request-index';
import { TimeIndex } from './time-index';

const REDIRECT_STATUS = new Set([301, 302, 303, 307, 308]);
/** ms; clocks of two entries agree about so well. */
const JITTER = 50;
/** ms; Firefox's and proxies' redirects seem to end before the next hop starts. */
const LONGEST_GAP = 2_000;
/** Where the next hop is looked for, ms from the redirect's end. */
const WINDOW = { before: JITTER, after: LONGEST_GAP };

/** Redirect answers and the requests that followed them. */
export interface RedirectPairs {
  requestAdded(request: NetworkRecord): void;
  requestRemoved(request: NetworkRecord): void;
  nextOf(redirect: NetworkRecord): NetworkRecord | undefined;
  previousOf(request: NetworkRecord): NetworkRecord | undefined;
}

/** Ties each redirect to the request that followed it, whichever arrives first. */
export function createRedirectPairs(
  requests: TimeIndex<NetworkRecord>,
  changed: (record: NetworkRecord) => void,
): RedirectPairs {
  const redirects = new TimeIndex<NetworkRecord>({ time: endOf, order: byTime });
  const rules = { lefts: redirects, rights: requests, window: WINDOW, together: 0, rank: redirectRank };
  const pairs = createNearestPairs(rules, changed);
  return {
    requestAdded(request) {
      pairs.rightAdded(requestKey(request), request);
      const target = redirectKey(request);
      if (target === null) return;
      redirects.add(target, request);
      pairs.leftAdded(target, request);
    },
    requestRemoved(request) {
      pairs.rightRemoved(requestKey(request), request);
      const target = redirectKey(request);
      if (target === null) return;
      redirects.remove(target, request);
      pairs.leftRemoved(target, request);
    },
    nextOf: pairs.rightOf,
    previousOf: pairs.leftOf,
  };
}

/** Where a redirect leads to, as a request's key; `null`: it is no redirect that a browser follows. */
export function redirectKey(record: NetworkRecord): string | null {
  if (!REDIRECT_STATUS.has(record.response?.status ?? 0)) return null;
  const { redirectTarget } = record;
  return redirectTarget === null ? null : withoutFragment(redirectTarget);
}

/** Could `next` be the request that followed this redirect? 0 or `null`. */
function redirectRank(redirect: NetworkRecord, next: NetworkRecord): number | null {
  if (next === redirect || next.startedAt < redirect.startedAt) return null;
  if (next.method !== methodAfter(redirect)) return null;
  if (next.resourceType !== redirect.resourceType) return null;
  if (next.pageref !== null && redirect.pageref !== null && next.pageref !== redirect.pageref) return null;
  // Chromium starts the next hop at the moment of the redirect
  if (redirect.resourceType !== null && next.startedAt > endOf(redirect) + JITTER) return null;
  return 0;
}

/** Fetch, HTTP-redirect fetch: POST becomes GET on 301 and 302, everything but GET and HEAD on 303. */
function methodAfter({ method, response }: NetworkRecord): string {
  const status = response?.status;
  if ((status === 301 || status === 302) && method === 'POST') return 'GET';
  if (status === 303 && method !== 'GET' && method !== 'HEAD') return 'GET';
  return method;
}
