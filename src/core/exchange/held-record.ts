import type { CorsResponse, Header } from '../fetch/types';
import { parseUrl } from '../site/parse-url';
import { callersOf } from './call-stack';
import { compacted, firstInList, type ReadRequestHeaders } from './har-headers';
import { HeldResponse } from './held-response';
import { withListedCookies } from './listed-cookies';
import type { NamedRequestHeaders, NetworkRecord } from './network-record';
import { isObject, positive, text, type Loose } from './untrusted-value';

/** What every record is asked for, and what checking an entry has found out anyway. */
interface Essentials extends Pick<
  NetworkRecord,
  'id' | 'method' | 'url' | 'origin' | 'startedAt' | 'carriesCookies'
> {
  readonly entry: Loose;
  readonly request: ReadRequestHeaders;
}

/**
 * A record that leaves in its entry what may never be asked for: of most entries of a log little is, and little has to be kept. The
 * entry must stay as it is.
 */
export class HeldRecord implements NetworkRecord {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly origin: string;
  readonly startedAt: number;
  readonly carriesCookies: boolean;
  private readonly entry: Loose;
  private readonly request: ReadRequestHeaders;

  constructor({ id, method, url, origin, startedAt, carriesCookies, entry, request }: Essentials) {
    this.id = id;
    this.method = method;
    this.url = url;
    this.origin = origin;
    this.startedAt = startedAt;
    this.carriesCookies = carriesCookies;
    this.entry = entry;
    this.request = request;
  }

  get duration(): number {
    return positive(this.entry['time']);
  }
  get requestHeaders(): readonly Header[] {
    const { headers, hasCookie } = this.request;
    if (hasCookie || !this.carriesCookies) return headers;
    const { request } = this.entry;
    return withListedCookies(headers, isObject(request) ? request['cookies'] : null);
  }
  get named(): NamedRequestHeaders {
    return this.request.named;
  }
  get response(): CorsResponse | null {
    const { status, headers } = responseOf(this.entry);
    return isAnswer(status) ? new HeldResponse(status, headers) : null;
  }
  get mimeType(): string {
    const response = responseOf(this.entry);
    return mimeTypeOf(response, isAnswer(response['status']));
  }
  get redirectTarget(): string | null {
    const response = responseOf(this.entry);
    return isAnswer(response['status']) ? redirectTargetOf(response, this.url) : null;
  }
  get error(): string | null {
    const response = responseOf(this.entry);
    return text(response['_error']) ?? text(this.entry['_error']) ?? text(response['_failureText']);
  }
  get resourceType(): string | null {
    return text(this.entry['_resourceType'])?.toLowerCase() ?? null;
  }
  get initiatorType(): string | null {
    const initiator = this.entry['_initiator'];
    return isObject(initiator) ? text(initiator['type']) : null;
  }
  get callers(): readonly string[] {
    return callersOf(this.entry['_initiator']);
  }
  get pageref(): string | null {
    return text(this.entry['pageref']);
  }
  get servedByServiceWorker(): boolean {
    return madeByServiceWorker(this.entry);
  }
  get passedOnByServiceWorker(): boolean {
    return passedOnByServiceWorker(this.entry);
  }
  get headersOnWire(): boolean {
    return this.request.onWire && isAnswer(responseOf(this.entry)['status']);
  }

  get note(): unknown {
    return this.entry['_crosslink'] ?? null;
  }

  /** The record by itself, without its entry. */
  settled(): NetworkRecord {
    return {
      id: this.id,
      method: this.method,
      url: this.url,
      origin: this.origin,
      startedAt: this.startedAt,
      duration: this.duration,
      requestHeaders: this.requestHeaders,
      named: this.named,
      response: this.compactResponse(),
      mimeType: this.mimeType,
      redirectTarget: this.redirectTarget,
      error: this.error,
      resourceType: this.resourceType,
      initiatorType: this.initiatorType,
      callers: this.callers,
      pageref: this.pageref,
      servedByServiceWorker: this.servedByServiceWorker,
      passedOnByServiceWorker: this.passedOnByServiceWorker,
      headersOnWire: this.headersOnWire,
      carriesCookies: this.carriesCookies,
      note: this.note,
    };
  }

  private compactResponse(): CorsResponse | null {
    const { response } = this;
    return response === null ? null : { status: response.status, headers: compacted(response.headers) };
  }
}

const noResponse: Loose = {};

function responseOf(entry: Loose): Loose {
  const { response } = entry;
  return isObject(response) ? response : noResponse;
}

function isAnswer(status: unknown): status is number {
  return typeof status === 'number' && Number.isInteger(status) && status > 0;
}

function redirectTargetOf(response: Loose, base: string): string | null {
  const target = text(response['redirectURL']) ?? firstInList(response['headers'], 'location');
  return target === null || target === '' ? null : (parseUrl(target, base)?.href ?? null);
}

function mimeTypeOf(response: Loose, hasAnswer: boolean): string {
  const { content } = response;
  const told = isObject(content) ? text(content['mimeType']) : null;
  const type = told ?? (hasAnswer ? firstInList(response['headers'], 'content-type') : null) ?? '';
  const parameters = type.indexOf(';');
  const essence = (parameters < 0 ? type : type.slice(0, parameters)).trim().toLowerCase();
  return essence === 'x-unknown' ? '' : essence;
}

/** Chromium marks answers that passed through a service worker; the worker made those up that it did not take from the network. */
export function madeByServiceWorker(entry: Loose): boolean {
  return passedThroughServiceWorker(entry) && !isFromNetwork(entry);
}

/** The worker's own request for it is another entry. */
export function passedOnByServiceWorker(entry: Loose): boolean {
  return passedThroughServiceWorker(entry) && isFromNetwork(entry);
}

function passedThroughServiceWorker(entry: Loose): boolean {
  return entry['_fetchedViaServiceWorker'] === true || responseOf(entry)['_fetchedViaServiceWorker'] === true;
}

function isFromNetwork(entry: Loose): boolean {
  return responseOf(entry)['_serviceWorkerResponseSource'] === 'network';
}
