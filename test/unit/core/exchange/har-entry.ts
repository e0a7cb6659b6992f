import type { HarEntry, HarHeader, HarInitiator } from '../../../../src/core/exchange/har';
import type { NetworkRecord } from '../../../../src/core/exchange/network-record';
import { readEntry } from '../../../../src/core/exchange/read-entry';

export interface EntryShape {
  method?: string;
  url?: string;
  /** ms after the start of the test's session */
  at?: number;
  time?: number;
  status?: number;
  headers?: Readonly<Record<string, string>>;
  answer?: Readonly<Record<string, string>>;
  mimeType?: string;
  redirectURL?: string;
  error?: string;
  type?: string;
  initiator?: HarInitiator;
  pageref?: string;
  extra?: Partial<HarEntry>;
}

export const SESSION_START = Date.parse('2026-05-01T10:00:00.000Z');
export const PAGE = 'https://app.shop.test';
export const API = 'https://api.shop.test/orders';

/** A HAR entry as a test describes it: a GET of the API from the shop's page, answered 200 in 20 ms. */
export function harEntry(shape: EntryShape = {}): HarEntry {
  return {
    startedDateTime: new Date(SESSION_START + (shape.at ?? 0)).toISOString(),
    time: shape.time ?? 20,
    request: {
      method: shape.method ?? 'GET',
      url: shape.url ?? API,
      headers: list({
        Host: 'api.shop.test',
        Accept: '*/*',
        Origin: PAGE,
        Referer: `${PAGE}/`,
        ...shape.headers,
      }),
      cookies: [],
    },
    response: {
      status: shape.status ?? 200,
      headers: list(shape.answer ?? {}),
      content: { mimeType: shape.mimeType ?? 'application/json' },
      redirectURL: shape.redirectURL ?? '',
      ...(shape.error !== undefined && { _error: shape.error }),
    },
    ...(shape.type !== undefined && { _resourceType: shape.type }),
    ...(shape.initiator !== undefined && { _initiator: shape.initiator }),
    ...(shape.pageref !== undefined && { pageref: shape.pageref }),
    ...shape.extra,
  };
}

/** An OPTIONS as the browser sends it. */
export function preflightEntry({
  asksFor = 'GET',
  ...shape
}: EntryShape & { asksFor?: string } = {}): HarEntry {
  const headers = { 'Access-Control-Request-Method': asksFor, ...shape.headers };
  return harEntry({ method: 'OPTIONS', time: 5, status: 204, ...shape, headers });
}

export function record(entry: HarEntry): NetworkRecord {
  const read = readEntry(entry);
  if (!read.ok) throw new Error(read.what);
  return read.record;
}

/** Empty values are left out, so that a test can remove a default. */
function list(headers: Readonly<Record<string, string>>): HarHeader[] {
  return Object.entries(headers)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ({ name, value }));
}
