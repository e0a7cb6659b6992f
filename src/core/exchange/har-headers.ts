import type { Header } from '../fetch/types';
import type { NamedRequestHeaders } from './network-record';
import { sharedHeader } from './shared-header';
import { lengthOf } from './untrusted-value';
import { originOf } from './url-origin';

/**
 * Reads a HAR header list: order and duplicates are kept, HTTP/2 pseudo headers (`:authority`) are dropped, and values
 * that a tool joined by a line feed become the separate field lines that they were.
 */
export function readHeaders(list: unknown): Header[] {
  const headers: Header[] = [];
  forEachHeader(list, (name, value) => {
    if (!name.startsWith(':')) headers.push([name, value]);
  });
  return headers;
}

/** The same headers with less room, for whoever keeps them. */
export function compacted(headers: readonly Header[]): Header[] {
  return headers.map(([name, value]) => sharedHeader(name, value));
}

/** The value of the first line of this name in a HAR header list, `null` if there is none; `name` in lower case. */
export function firstInList(list: unknown, name: string): string | null {
  if (!Array.isArray(list)) return null;
  for (const item of list as readonly unknown[]) {
    if (typeof item !== 'object' || item === null) continue;
    const { name: key, value } = item as { name?: unknown; value?: unknown };
    if (typeof key !== 'string' || key.length !== name.length || key.toLowerCase() !== name) continue;
    return typeof value === 'string' ? (value.split('\n', 1)[0] ?? '') : '';
  }
  return null;
}

export interface ReadRequestHeaders {
  readonly headers: readonly Header[];
  readonly named: NamedRequestHeaders;
  /**
   * These are the headers as they were sent. Blocked, cached and some workers' requests show only what the page had
   * asked for; the host is what the network code adds first.
   */
  readonly onWire: boolean;
  readonly hasCookie: boolean;
}

/** Header names and where their values go; the first of several lines counts. */
const fields: Readonly<Record<string, keyof NamedRequestHeaders>> = {
  accept: 'accept',
  'content-type': 'contentType',
  origin: 'origin',
  referer: 'referer',
  'access-control-request-method': 'requestedMethod',
  'access-control-request-headers': 'requestedHeaders',
  'x-requested-with': 'requestedWith',
  'service-worker': 'serviceWorker',
  'sec-fetch-dest': 'secFetchDest',
  'sec-fetch-mode': 'secFetchMode',
  'sec-fetch-site': 'secFetchSite',
  'sec-purpose': 'secPurpose',
  upgrade: 'upgrade',
  'upgrade-insecure-requests': 'upgradeInsecureRequests',
};
const fieldOf = new Map(Object.entries(fields));
/** The host of HTTP/2 and later. */
const authority = ':authority';
/** Lower-casing every name of a large log would cost more than all else that is done with it. */
const lengths = new Set([...fieldOf.keys(), 'host', 'cookie', authority].map((name) => name.length));

/** Reads a request's header list and picks out what decides about the request; the same object as before where one came shortly before. */
export function readRequestHeaders(list: unknown): ReadRequestHeaders {
  for (const known of recent) if (repeats(list, known)) return known;
  const read = readAnew(list);
  recent[oldest] = read;
  oldest = (oldest + 1) % capacity;
  return read;
}

/** How many request header lists are kept: most calls of a page have the headers of one that came shortly before. */
const capacity = 16;
const recent: ReadAnew[] = [];
let oldest = 0;

interface ReadAnew extends ReadRequestHeaders {
  readonly hasHost: boolean;
  /** Of the list's items, whatever they are. */
  readonly count: number;
}

function readAnew(list: unknown): ReadAnew {
  const headers: Header[] = [];
  const named: NamedRequestHeaders = {
    accept: null,
    contentType: null,
    origin: null,
    referer: null,
    refererOrigin: null,
    requestedMethod: null,
    requestedHeaders: null,
    requestedWith: null,
    serviceWorker: null,
    secFetchDest: null,
    secFetchMode: null,
    secFetchSite: null,
    secPurpose: null,
    upgrade: null,
    upgradeInsecureRequests: null,
  };
  let hasHost = false;
  let hasAuthority = false;
  let hasCookie = false;
  forEachHeader(list, (name, value) => {
    if (!name.startsWith(':')) headers.push([name, value]);
    if (!lengths.has(name.length)) return;
    const lower = name.toLowerCase();
    hasHost ||= lower === 'host';
    hasAuthority ||= lower === authority;
    hasCookie ||= lower === 'cookie';
    const field = fieldOf.get(lower);
    if (field !== undefined) named[field] ??= value;
  });
  if (named.referer !== null) named.refererOrigin = originOf(named.referer);
  const onWire = hasHost || hasAuthority;
  return { headers: compacted(headers), named, onWire, hasHost, hasCookie, count: lengthOf(list) };
}

/**
 * Would reading the list give what is known? What else was read follows from the headers, but for the pseudo headers, which are
 * not among them. A value of several lines is none that is known.
 */
function repeats(list: unknown, { headers, hasHost, onWire, count: known }: ReadAnew): boolean {
  if (!Array.isArray(list) || list.length !== known) return false;
  let count = 0;
  let hasAuthority = false;
  for (const item of list as readonly unknown[]) {
    if (typeof item !== 'object' || item === null) return false;
    const { name, value } = item as { name?: unknown; value?: unknown };
    const header = headers[count];
    if (header !== undefined && name === header[0] && value === header[1]) count++;
    else if (typeof name !== 'string' || !name.startsWith(':')) return false;
    else hasAuthority ||= name.toLowerCase() === authority;
  }
  return count === headers.length && onWire === (hasHost || hasAuthority);
}

function forEachHeader(list: unknown, visit: (name: string, value: string) => void): void {
  if (!Array.isArray(list)) return;
  for (const item of list as readonly unknown[]) {
    if (typeof item !== 'object' || item === null) continue;
    const { name, value } = item as { name?: unknown; value?: unknown };
    if (typeof name !== 'string' || name === '') continue;
    const text = typeof value === 'string' ? value : '';
    if (!text.includes('\n')) visit(name, text);
    else for (const line of text.split('\n')) visit(name, line);
  }
}
