import { byTime, withoutFragment, type NetworkRecord } from './network-record';
import { TimeIndex } from './time-index';

/** Requests under their URL; preflights and redirects look here for those that followed them. */
export function createRequestIndex(): TimeIndex<NetworkRecord> {
  return new TimeIndex({ time: ({ startedAt }) => startedAt, order: byTime });
}

export const requestKey = (record: NetworkRecord): string => withoutFragment(record.url);
