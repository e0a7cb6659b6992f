import { createNearestPairs, type NearestPairs } from './nearest-pairs';
import { byTime, endOf, withoutFragment, type NetworkRecord } from './network-record';

const REDIRECT_STATUS = new Set([301, 302, 303, 307, 308]);
/** ms; clocks of two entries agree about so well. */
const JITTER = 50;
/** ms; Firefox's and proxies' redirects seem to end before the next hop starts. */
const LONGEST_GAP = 2_000;

/** Redirect answers (left, under {@link targetKey}) and the requests that followed them (right, under {@link hopKey}). */
export type RedirectPairs = NearestPairs<NetworkRecord, NetworkRecord>;

export function createRedirectPairs(changed: (record: NetworkRecord) => void): RedirectPairs {
  return createNearestPairs(
    {
      leftTime: endOf,
      rightTime: (request) => request.startedAt,
      window: { before: JITTER, after: LONGEST_GAP },
      rank: redirectRank,
      leftOrder: byTime,
      rightOrder: byTime,
    },
    changed,
  );
}

/** Where a redirect leads to, as a request's URL; `null`: it is no redirect that a browser follows. */
export function targetKey(record: NetworkRecord): string | null {
  const { response, redirectTarget } = record;
  if (response === null || redirectTarget === null || !REDIRECT_STATUS.has(response.status)) return null;
  return withoutFragment(redirectTarget);
}

export const hopKey = (record: NetworkRecord): string => withoutFragment(record.url);

/** Could `next` be the request that followed this redirect? 0 or `null`. */
export function redirectRank(redirect: NetworkRecord, next: NetworkRecord): number | null {
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
