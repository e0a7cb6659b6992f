import { alteredBy, headersOfTrial } from '../exchange/altered-call';
import type { Exchange, ExchangeHop } from '../exchange/types';
import { isForbiddenRequestHeader } from '../fetch/forbidden-header';
import { firstValue } from '../fetch/header-list';
import { safelistedNames } from '../fetch/safelist';
import type { CorsRequest, Header } from '../fetch/types';
import { remember } from '../site/remember';

/** Headers that browsers add by themselves and that a script rarely sets; counted only if a preflight asked for them. */
const addedByBrowser: ReadonlySet<string> = new Set([
  'user-agent',
  'cache-control',
  'pragma',
  'if-none-match',
  'if-modified-since',
  'priority',
  'save-data',
  'upgrade-insecure-requests',
  'x-client-data',
]);

const requestHeaders = 'access-control-request-headers';

/** The names in the preflight's Access-Control-Request-Headers, lower-case; `null` where no preflight was seen. */
export function requestedHeaderNames(hop: ExchangeHop): readonly string[] | null {
  if (hop.preflight === null) return null;
  const names: string[] = [];
  for (const [name, value] of hop.preflight.requestHeaders) {
    if (name.length !== requestHeaders.length || name.toLowerCase() !== requestHeaders) continue;
    for (const part of value.split(',')) {
      const requested = part.trim().toLowerCase();
      if (requested !== '') names.push(requested);
    }
  }
  return names;
}

/**
 * Headers that the script (or the agent for it) set on a hop, from those on the wire: a preflight's own list is the
 * truth where there is one (Fetch, CORS-unsafe request-header names), else the browser's known additions are taken off.
 * Safelisted ones are kept with their values so that the rules can look.
 */
export function scriptHeaders(hop: ExchangeHop): readonly Header[] {
  const requested = requestedHeaderNames(hop);
  const settable = hop.requestHeaders.filter(([name, value]) => !isForbiddenRequestHeader(name, value));
  if (requested === null) return settable.filter(([name]) => !isAddedByBrowser(name));
  const headers = settable.filter(
    ([name]) => isSafelistedName(name) || requested.includes(name.toLowerCase()),
  );
  const seen = new Set(headers.map(([name]) => name.toLowerCase()));
  return [...headers, ...requested.flatMap((name): Header[] => (seen.has(name) ? [] : [[name, '']]))];
}

const isAddedByBrowser = remember(1_000, (name) => addedByBrowser.has(name.toLowerCase()));
const isSafelistedName = remember(1_000, (name) => safelistedNames.has(name.toLowerCase()));

/**
 * The call as its script made it, without what a trial did to it, as far as the log and the page hook tell. Unknown
 * credentials count as `same-origin`, the default.
 */
export function observedRequest(exchange: Exchange): CorsRequest {
  const request = requestOnWire(exchange);
  switch (alteredBy(exchange)) {
    case 'header':
      return withoutHeaders(request, headersOfTrial(exchange));
    case 'cookies':
      return { ...request, credentials: scriptCredentials(exchange) };
    case null:
      return request;
  }
}

function withoutHeaders(request: CorsRequest, names: readonly string[]): CorsRequest {
  return { ...request, headers: request.headers.filter(([name]) => !names.includes(name.toLowerCase())) };
}

/** The page hook saw what the script asked for; the log shows the trial's doing. */
function scriptCredentials({ credentials }: Exchange): CorsRequest['credentials'] {
  return credentials.known && credentials.source === 'page hook' ? credentials.value : 'same-origin';
}

/** The call as the browser made it, a trial's doing included. */
export function requestOnWire(exchange: Exchange): CorsRequest {
  const [first] = exchange.hops;
  return {
    origin: exchange.initiatorOrigin,
    url: exchange.url,
    method: first.method,
    headers: scriptHeaders(first),
    credentials: credentialsOnWire(exchange),
    mode: exchange.mode.known ? exchange.mode.value : 'cors',
    uploadListener: exchange.uploadListener.known ? exchange.uploadListener.value : false,
    hasBody: firstValue(first.requestHeaders, 'content-type') !== null,
  };
}

function credentialsOnWire(exchange: Exchange): CorsRequest['credentials'] {
  if (alteredBy(exchange) === 'cookies') return 'include';
  return exchange.credentials.known ? exchange.credentials.value : 'same-origin';
}
