import { endOf, type NetworkRecord } from './network-record';

/**
 * The fuller of two readings of the same request: a snapshot may show it unfinished, and Firefox's events name no page.
 * Which came first does not matter. Returns `present` itself where the other adds nothing.
 */
export function fuller(present: NetworkRecord, other: NetworkRecord): NetworkRecord {
  const better = isFuller(other, present) ? other : present;
  const pageref = present.pageref ?? other.pageref;
  return better.id === present.id && better.pageref === pageref
    ? better
    : { ...better, id: present.id, pageref };
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
