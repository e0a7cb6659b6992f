import { callersOf } from './call-stack';
import { readRequestHeaders } from './har-headers';
import { HeldRecord, madeByServiceWorker, passedOnByServiceWorker } from './held-record';
import type { NetworkRecord } from './network-record';
import { recordId } from './record-id';
import type { LogPage } from './surroundings';
import { isObject, lengthOf, positive, text } from './untrusted-value';
import { originOf } from './url-origin';

/** What was wrong with an entry, as people read it. */
export type ReadEntry<R extends NetworkRecord = NetworkRecord> =
  | { readonly ok: true; readonly record: R; readonly flaw: string | null }
  | { readonly ok: false; readonly what: string };

/**
 * What identifies an entry apart from its twins: time, method and URL; `null`: it cannot be read. Cheap, so that
 * repetitions need not be read.
 */
export function identityOf(entry: unknown, startedAt = startOf(entry)): string | null {
  if (!isObject(entry) || !isObject(entry['request'])) return null;
  const { method, url } = entry['request'];
  return typeof method === 'string' && typeof url === 'string' ? recordId(startedAt ?? 0, method, url) : null;
}

/** Does a repetition of an entry hold nothing that its record does not? */
export function isUnchanged(entry: unknown, record: NetworkRecord): boolean {
  if (!isObject(entry)) return true;
  const request = isObject(entry['request']) ? entry['request'] : {};
  const response = isObject(entry['response']) ? entry['response'] : {};
  return (
    (response['status'] ?? 0) === (record.response?.status ?? 0) &&
    positive(entry['time']) === record.duration &&
    text(entry['pageref']) === record.pageref &&
    lengthOf(request['headers']) <= record.requestHeaders.length &&
    lengthOf(response['headers']) <= (record.response?.headers.length ?? 0) &&
    (record.resourceType !== null || text(entry['_resourceType']) === null) &&
    (record.callers.length > 0 || callersOf(entry['_initiator']).length === 0) &&
    (record.servedByServiceWorker || !madeByServiceWorker(entry)) &&
    (record.passedOnByServiceWorker || !passedOnByServiceWorker(entry))
  );
}

/**
 * Reads one HAR entry from an untrusted log; never throws. `flaw`: read, but a part of it was not usable.
 *
 * @param startedAt what `startOf` says of it, where that was asked already
 */
export function readEntry(entry: unknown, startedAt?: number | null, id?: string): ReadEntry {
  const read = holdEntry(entry, startedAt, id);
  return read.ok ? { ...read, record: read.record.settled() } : read;
}

/** The same, for an entry that outlives its record and does not change: most of it is read when it is asked for. */
export function holdEntry(
  entry: unknown,
  startedAt = startOf(entry),
  id = identityOf(entry, startedAt) ?? '',
): ReadEntry<HeldRecord> {
  if (!isObject(entry)) return { ok: false, what: 'the entry is not an object' };
  const { request } = entry;
  if (!isObject(request)) return { ok: false, what: 'request is missing' };
  const { url, method } = request;
  if (typeof url !== 'string' || url === '') return { ok: false, what: 'request.url is missing' };
  if (typeof method !== 'string' || method === '') return { ok: false, what: 'request.method is missing' };
  const origin = originOf(url) ?? (/^(?:data|blob|about|javascript):/i.test(url) ? 'null' : null);
  if (origin === null) return { ok: false, what: `request.url is not an absolute URL: ${shortened(url)}` };

  const headers = readRequestHeaders(request['headers']);
  const record = new HeldRecord({
    id,
    method,
    url,
    origin,
    startedAt: startedAt ?? 0,
    carriesCookies: headers.hasCookie || lengthOf(request['cookies']) > 0,
    entry,
    request: headers,
  });
  return { ok: true, record, flaw: startedAt === null ? 'startedDateTime is not a date' : null };
}

/** Start of an entry or a page, ms since the epoch; `null` where it is not a date. */
export function startOf(entry: unknown): number | null {
  if (!isObject(entry)) return null;
  const { startedDateTime } = entry;
  const time = typeof startedDateTime === 'string' ? Date.parse(startedDateTime) : NaN;
  return Number.isFinite(time) ? time : null;
}

/** Reads a page of the log; `null`: it has no id. Chromium's title is the page's URL, Firefox's may be the document's. */
export function readPage(page: unknown): LogPage | null {
  if (!isObject(page)) return null;
  const ref = text(page['id']);
  if (ref === null) return null;
  const title = text(page['title']);
  const url = title !== null && /^https?:\/\//i.test(title) && originOf(title) !== null ? title : null;
  return { ref, url, startedAt: startOf(page) };
}

const shortened = (value: string): string => (value.length > 80 ? `${value.slice(0, 80)}…` : value);
