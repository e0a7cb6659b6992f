import type { Header } from '../fetch/types';
import type { NamedRequestHeaders } from './network-record';

/**
 * Reads a HAR header list: order and duplicates are kept, HTTP/2 pseudo headers (`:authority`) are dropped, and values
 * that a tool joined by a line feed become the separate field lines that they were.
 */
export function readHeaders(list: unknown): Header[] {
  if (!Array.isArray(list)) return [];
  const headers: Header[] = [];
  for (const item of list as readonly unknown[]) {
    if (typeof item !== 'object' || item === null) continue;
    const { name, value } = item as { name?: unknown; value?: unknown };
    if (typeof name !== 'string' || name === '' || name.startsWith(':')) continue;
    const text = typeof value === 'string' ? value : '';
    if (!text.includes('\n')) headers.push([name, text]);
    else for (const line of text.split('\n')) headers.push([name, line]);
  }
  return headers;
}

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

/** Picks the request headers that decide what a record is. The first of several lines counts. */
export function nameRequestHeaders(headers: readonly Header[]): NamedRequestHeaders {
  const named: NamedRequestHeaders = {
    accept: null,
    contentType: null,
    origin: null,
    referer: null,
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
  for (const [name, value] of headers) {
    const field = fieldOf.get(name.toLowerCase());
    if (field !== undefined && named[field] === null) named[field] = value;
  }
  return named;
}

/**
 * Are these the request's headers as they were sent? Blocked, cached and some workers' requests show only what the page
 * had asked for; the host is what the network code adds first.
 */
export function showsWire(list: unknown): boolean {
  if (!Array.isArray(list)) return false;
  return (list as readonly unknown[]).some((item) => {
    const name = typeof item === 'object' && item !== null ? (item as { name?: unknown }).name : null;
    return typeof name === 'string' && /^(?:host|:authority)$/i.test(name);
  });
}

/** Value of the first header of that name (lower-case), `null` where there is none. */
export function firstValue(headers: readonly Header[], name: string): string | null {
  for (const [other, value] of headers) {
    if (other.length === name.length && other.toLowerCase() === name) return value;
  }
  return null;
}
