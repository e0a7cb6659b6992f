import type { CorsResponse, Header } from '../fetch/types';

/** One HAR entry as far as linking is concerned, read once and exact from here on. */
export interface NetworkRecord {
  /** Made of time, method and URL, hence the same whatever the order of arrival; unique within a log. */
  readonly id: string;
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  /** Serialised origin of `url`. */
  readonly origin: string;
  /** ms since the epoch; 0 where the log does not tell. */
  readonly startedAt: number;
  /** ms */
  readonly duration: number;
  readonly requestHeaders: readonly Header[];
  readonly named: NamedRequestHeaders;
  /** `null`: no answer (status 0). */
  readonly response: CorsResponse | null;
  /** Lower-case essence of the answer's type, empty where unknown. */
  readonly mimeType: string;
  /** Absolute URL that a redirect answer leads to. */
  readonly redirectTarget: string | null;
  /** The browser's own word for a failure. */
  readonly error: string | null;
  /** Chromium's `_resourceType`, lower-case; `null` in every other flavour. */
  readonly resourceType: string | null;
  /** Chromium's `_initiator.type`: `script`, `parser`, `other`, … */
  readonly initiatorType: string | null;
  /** Names of the scripts on the call stack, the innermost first, each once. */
  readonly callers: readonly string[];
  readonly pageref: string | null;
  readonly servedByServiceWorker: boolean;
  /** A service worker fetched the answer for the page: headers are what the page set and may read, not those on the wire. */
  readonly passedOnByServiceWorker: boolean;
  /** The request's headers are those on the wire, not provisional ones. */
  readonly headersOnWire: boolean;
  /** A `Cookie` header or parsed cookies. */
  readonly carriesCookies: boolean;
  /** What Crosslink noted on the entry when it exported it, unread; `null`: nothing. */
  readonly note: unknown;
}

/** Values of the request headers that decide what a record is; `null`: not there. */
export interface NamedRequestHeaders {
  accept: string | null;
  contentType: string | null;
  origin: string | null;
  referer: string | null;
  /** Serialised origin of `referer`. */
  refererOrigin: string | null;
  requestedMethod: string | null;
  requestedHeaders: string | null;
  requestedWith: string | null;
  serviceWorker: string | null;
  secFetchDest: string | null;
  secFetchMode: string | null;
  secFetchSite: string | null;
  secPurpose: string | null;
  upgrade: string | null;
  upgradeInsecureRequests: string | null;
}

/** When the answer was complete, ms since the epoch. */
export const endOf = (record: NetworkRecord): number => record.startedAt + record.duration;

/** Order of requests in time; a total order, so that nothing depends on the order of arrival. */
export function byTime(a: NetworkRecord, b: NetworkRecord): number {
  return a.startedAt - b.startedAt || a.duration - b.duration || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The URL as it is requested: without its fragment. */
export function withoutFragment(url: string): string {
  const hash = url.indexOf('#');
  return hash < 0 ? url : url.slice(0, hash);
}
