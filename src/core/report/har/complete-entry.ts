import type { HarEntry, HarHeader, HarInitiator } from '../../exchange/har';
import { callersOf } from '../../exchange/call-stack';
import { readHeaders } from '../../exchange/har-headers';
import { withListedCookies } from '../../exchange/listed-cookies';
import type { Header } from '../../fetch/types';
import { parseUrl } from '../../site/parse-url';
import { redactHeader, redactText, redactUrl } from '../redact';
import type { HarFileEntry } from './har-file';

/** How the texts of an entry are written. */
export interface Wording {
  url(url: string): string;
  header(header: Header): Header;
  text(text: string): string;
}

export const raw: Wording = { url: (url) => url, header: (header) => header, text: (text) => text };
export const redacted: Wording = { url: redactUrl, header: redactHeader, text: redactText };

/** An entry with every field that HAR 1.2 requires; bodies, addresses and connections are left out. */
export function completeEntry(entry: HarEntry, wording: Wording): Omit<HarFileEntry, '_crosslink'> {
  const { pageref, startedDateTime, request, response, _resourceType, _initiator } = entry;
  const url = wording.url(request?.url ?? '');
  const requestHeaders = withListedCookies(readHeaders(request?.headers), request?.cookies).map(
    wording.header,
  );
  const responseHeaders = readHeaders(response?.headers).map(wording.header);
  const error = response?._error || entry._error || response?._failureText || null;
  const time = Math.max(0, entry.time ?? 0);
  const through = response?._fetchedViaServiceWorker === true || entry._fetchedViaServiceWorker === true;
  const source = response?._serviceWorkerResponseSource;
  return {
    ...(pageref && { pageref }),
    startedDateTime: startedDateTime ?? new Date(0).toISOString(),
    time,
    request: {
      method: request?.method ?? 'GET',
      url,
      httpVersion: 'unknown',
      cookies: requestCookies(requestHeaders),
      headers: requestHeaders.map(nameValue),
      queryString: queryOf(url),
      headersSize: -1,
      bodySize: -1,
    },
    response: {
      status: response?.status ?? 0,
      statusText: '',
      httpVersion: 'unknown',
      cookies: responseCookies(responseHeaders),
      headers: responseHeaders.map(nameValue),
      content: { size: 0, mimeType: response?.content?.mimeType || 'x-unknown' },
      redirectURL: wording.url(response?.redirectURL ?? ''),
      headersSize: -1,
      bodySize: -1,
      _error: error === null ? null : wording.text(error),
      ...(through && { _fetchedViaServiceWorker: true }),
      ...(through && source && { _serviceWorkerResponseSource: source }),
    },
    cache: {},
    timings: { send: 0, wait: time, receive: 0 },
    ...(_resourceType && { _resourceType }),
    ...(_initiator && { _initiator: completeInitiator(_initiator, wording) }),
  };
}

function completeInitiator(recorded: NonNullable<HarEntry['_initiator']>, wording: Wording): HarInitiator {
  // Playwright writes the initiator's URL alone
  const initiator = typeof recorded === 'string' ? { type: 'other', url: recorded } : recorded;
  const callFrames = callersOf(initiator).map((caller) => ({
    functionName: '',
    url: wording.url(caller),
    lineNumber: 0,
    columnNumber: 0,
  }));
  return {
    type: initiator.type ?? 'other',
    ...(initiator.url && { url: wording.url(initiator.url) }),
    ...(callFrames.length > 0 && { stack: { callFrames } }),
  };
}

type NameValue = Required<HarHeader> & { name: string; value: string };

function nameValue([name, value]: Header): NameValue {
  return { name, value };
}

function queryOf(url: string): NameValue[] {
  return [...(parseUrl(url)?.searchParams ?? [])].map(([name, value]) => ({ name, value }));
}

function requestCookies(headers: readonly Header[]): NameValue[] {
  return headers
    .filter(([name]) => name.toLowerCase() === 'cookie')
    .flatMap(([, value]) => value.split(';'))
    .map(cookiePair);
}

function responseCookies(headers: readonly Header[]): NameValue[] {
  return headers
    .filter(([name]) => name.toLowerCase() === 'set-cookie')
    .map(([, value]) => cookiePair(value.split(';', 1)[0] ?? ''));
}

function cookiePair(pair: string): NameValue {
  const [name = '', ...value] = pair.split('=');
  return { name: name.trim(), value: value.join('=').trim() };
}
