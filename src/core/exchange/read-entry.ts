import type { CorsResponse } from '../fetch/types';
import { parseUrl } from '../site/parse-url';
import { firstInList, readHeaders, readRequestHeaders } from './har-headers';
import type { HarStack } from './har';
import { HeldResponse } from './held-response';
import type { NetworkRecord } from './network-record';
import { recordId } from './record-id';
import { sharedCallers } from './shared-callers';
import type { LogPage } from './surroundings';
import { originOf } from './url-origin';

/** What was wrong with an entry, as people read it. */
export type ReadEntry =
  | { readonly ok: true; readonly record: NetworkRecord; readonly flaw: string | null }
  | { readonly ok: false; readonly what: string };

/** How many call frames are looked at; recursion can make stacks of thousands. */
const MAX_FRAMES = 100;
/** How many scripts of a stack are kept. */
const MAX_CALLERS = 8;

type Loose = Readonly<Record<string, unknown>>;

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
    (record.servedByServiceWorker || !madeByServiceWorker(entry, response))
  );
}

/**
 * Reads one HAR entry from an untrusted log; never throws. `flaw`: read, but a part of it was not usable.
 *
 * @param startedAt what `startOf` says of it, where that was asked already
 * @param outlives the entry outlives its record: the answer's headers may stay in it
 */
export function readEntry(
  entry: unknown,
  startedAt = startOf(entry),
  id = identityOf(entry, startedAt) ?? '',
  outlives = false,
): ReadEntry {
  if (!isObject(entry)) return { ok: false, what: 'the entry is not an object' };
  const { request } = entry;
  if (!isObject(request)) return { ok: false, what: 'request is missing' };
  const { url, method } = request;
  if (typeof url !== 'string' || url === '') return { ok: false, what: 'request.url is missing' };
  if (typeof method !== 'string' || method === '') return { ok: false, what: 'request.method is missing' };
  const origin = originOf(url) ?? (/^(?:data|blob|about|javascript):/i.test(url) ? 'null' : null);
  if (origin === null) return { ok: false, what: `request.url is not an absolute URL: ${shortened(url)}` };

  const response: Loose = isObject(entry['response']) ? entry['response'] : {};
  const answer = readResponse(response, outlives);
  const { headers, named, onWire, hasCookie } = readRequestHeaders(request['headers']);
  const record: NetworkRecord = {
    id,
    method,
    url,
    origin,
    startedAt: startedAt ?? 0,
    duration: positive(entry['time']),
    requestHeaders: headers,
    named,
    response: answer,
    mimeType: mimeTypeOf(response, answer),
    redirectTarget: answer === null ? null : redirectTargetOf(response, url),
    error: text(response['_error']) ?? text(entry['_error']) ?? text(response['_failureText']),
    resourceType: text(entry['_resourceType'])?.toLowerCase() ?? null,
    initiatorType: isObject(entry['_initiator']) ? text(entry['_initiator']['type']) : null,
    callers: callersOf(entry['_initiator']),
    pageref: text(entry['pageref']),
    servedByServiceWorker: madeByServiceWorker(entry, response),
    headersOnWire: answer !== null && onWire,
    carriesCookies: hasCookie || lengthOf(request['cookies']) > 0,
  };
  return { ok: true, record, flaw: startedAt === null ? 'startedDateTime is not a date' : null };
}

/** Start of an entry or a page, ms since the epoch; `null` where it is not a date. */
export function startOf(entry: unknown): number | null {
  if (!isObject(entry)) return null;
  const { startedDateTime } = entry;
  const time = typeof startedDateTime === 'string' ? Date.parse(startedDateTime) : NaN;
  return Number.isFinite(time) ? time : null;
}

function readResponse({ status, headers }: Loose, outlives: boolean): CorsResponse | null {
  if (typeof status !== 'number' || !Number.isInteger(status) || status <= 0) return null;
  return outlives ? new HeldResponse(status, headers) : { status, headers: readHeaders(headers) };
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

function redirectTargetOf(response: Loose, base: string): string | null {
  const target = text(response['redirectURL']) ?? firstInList(response['headers'], 'location');
  return target === null || target === '' ? null : (parseUrl(target, base)?.href ?? null);
}

function mimeTypeOf(response: Loose, answer: CorsResponse | null): string {
  const { content } = response;
  const told = isObject(content) ? text(content['mimeType']) : null;
  const type = told ?? (answer === null ? null : firstInList(response['headers'], 'content-type')) ?? '';
  const parameters = type.indexOf(';');
  const essence = (parameters < 0 ? type : type.slice(0, parameters)).trim().toLowerCase();
  return essence === 'x-unknown' ? '' : essence;
}

/** Chromium marks answers that passed through a service worker; the worker made those up that it did not take from the network. */
function madeByServiceWorker(entry: Loose, response: Loose): boolean {
  const through = entry['_fetchedViaServiceWorker'] === true || response['_fetchedViaServiceWorker'] === true;
  return through && response['_serviceWorkerResponseSource'] !== 'network';
}

/** URLs of the scripts on an initiator's stack, the innermost first, each once. */
export function callersOf(initiator: unknown): readonly string[] {
  if (!isObject(initiator)) return [];
  const callers: string[] = [];
  const note = (value: unknown): void => {
    if (value === callers.at(-1)) return;
    const url = text(value);
    if (url !== null && callers.length < MAX_CALLERS && !callers.includes(url)) callers.push(url);
  };
  let frames = 0;
  for (
    let stack = initiator['stack'];
    isObject(stack) && frames < MAX_FRAMES;
    stack = (stack as HarStack).parent
  ) {
    const { callFrames } = stack;
    frames++;
    if (!Array.isArray(callFrames)) continue;
    for (const frame of callFrames as readonly unknown[]) {
      if (frames++ >= MAX_FRAMES) break;
      if (isObject(frame)) note(frame['url']);
    }
  }
  note(initiator['url']);
  return sharedCallers(callers);
}

const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);
const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null;
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const positive = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : 0;
const shortened = (value: string): string => (value.length > 80 ? `${value.slice(0, 80)}…` : value);
