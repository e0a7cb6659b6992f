import { endOf, type NetworkRecord } from './network-record';

/**
 * The fuller of two readings of the same request: an earlier one may show it unfinished, Firefox's events name no page, and what
 * Firefox's log does not tell of who made and who answered it may be told later. Which came first does not matter. Returns
 * `present` itself where the other adds nothing.
 */
export function fuller(present: NetworkRecord, other: NetworkRecord): NetworkRecord {
  const [better, lesser] = isFuller(other, present) ? [other, present] : [present, other];
  const gaps = {
    id: present.id,
    pageref: present.pageref ?? other.pageref,
    resourceType: better.resourceType ?? lesser.resourceType,
    callers: better.callers.length > 0 ? better.callers : lesser.callers,
    servedByServiceWorker: better.servedByServiceWorker || lesser.servedByServiceWorker,
    passedOnByServiceWorker: better.passedOnByServiceWorker || lesser.passedOnByServiceWorker,
  };
  const isComplete =
    better.id === gaps.id &&
    better.pageref === gaps.pageref &&
    better.resourceType === gaps.resourceType &&
    better.callers === gaps.callers &&
    better.servedByServiceWorker === gaps.servedByServiceWorker &&
    better.passedOnByServiceWorker === gaps.passedOnByServiceWorker;
  return isComplete ? better : { ...better, ...gaps };
}

function isFuller(a: NetworkRecord, b: NetworkRecord): boolean {
  return (
    (Number(a.response !== null) - Number(b.response !== null) ||
      headerCount(a) - headerCount(b) ||
      endOf(a) - endOf(b)) > 0
  );
}

function headerCount({ requestHeaders, response }: NetworkRecord): number {
  return requestHeaders.length + (response?.headers.length ?? 0);
}
