import { isObject } from '../../core/exchange/untrusted-value';
import type { SlimEntry } from '../../protocol/slim-entry';
import { irrelevantTypes } from './irrelevant-types';

/** Characters of an entry's JSON; more than a server takes and the browser lets pass, but what is in vain is logged, too. */
export const largestEntry = 1_000_000;

/** As much of an entry as tells whether it was seen before; at its other members nobody has had a look. */
export type Sight = Pick<SlimEntry, 'startedDateTime' | 'request' | 'response' | 'time' | '_error'>;

/**
 * What a glance at the browser's entry shows: of a long log nearly everything is known, and need not be read. `irrelevant`: the log
 * never holds such (scripts may be workers'); `unclear`: only reading it tells.
 */
export function glanceAt(raw: unknown): Sight | 'irrelevant' | 'unclear' {
  if (!isObject(raw) || !isObject(raw['request'])) return 'unclear';
  const { startedDateTime, request, _resourceType: type } = raw;
  if (irrelevantTypes.has(type) && type !== 'script') return 'irrelevant';
  const { method, url } = request;
  if (typeof startedDateTime !== 'string' || typeof method !== 'string') return 'unclear';
  // the index would keep it
  if (typeof url !== 'string' || url.length > largestEntry) return 'unclear';
  return raw as unknown as Sight;
}
