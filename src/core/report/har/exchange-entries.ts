import type { HarEntry, HarHeader } from '../../exchange/har';
import type { Exchange, ExchangeApi, ExchangeHop } from '../../exchange/types';
import type { Header } from '../../fetch/types';

/** `script`: the log that the call comes from did not tell, and its headers will tell no less again. */
const resourceTypes: Readonly<Record<ExchangeApi, string | null>> = {
  xhr: 'xhr',
  fetch: 'fetch',
  worker: 'fetch',
  script: null,
  beacon: 'ping',
  'agent-beacon': 'ping',
  eventsource: 'eventsource',
  preflight: 'preflight',
};

/** The entries that a call was made of: for each hop its preflight, then the request. The second one begins the call. */
export function entriesOf(exchange: Exchange): { readonly entry: HarEntry; readonly begins: boolean }[] {
  const { hops, api } = exchange;
  return hops.flatMap((hop, index) => {
    const next = hops[index + 1];
    const request = { entry: requestEntry(exchange, hop, next, resourceTypes[api]), begins: index === 0 };
    return hop.preflight === null
      ? [request]
      : [{ entry: preflightEntry(exchange, hop), begins: false }, request];
  });
}

function requestEntry(
  exchange: Exchange,
  hop: ExchangeHop,
  next: ExchangeHop | undefined,
  resourceType: string | null,
): HarEntry {
  const isLast = next === undefined;
  return {
    ...common(exchange, hop),
    request: { method: hop.method, url: hop.url, headers: harHeaders(hop.requestHeaders) },
    response: {
      status: hop.response?.status ?? 0,
      headers: harHeaders(hop.response?.headers ?? []),
      content: contentOf(hop.response?.headers ?? []),
      redirectURL: next?.url ?? '',
      _error: isLast ? exchange.error : null,
      ...(exchange.servedByServiceWorker && { _fetchedViaServiceWorker: true }),
      ...(exchange.passedOnByServiceWorker && {
        _fetchedViaServiceWorker: true,
        _serviceWorkerResponseSource: 'network',
      }),
    },
    ...(resourceType !== null && { _resourceType: resourceType }),
  };
}

function preflightEntry(exchange: Exchange, { preflight, url }: ExchangeHop): HarEntry {
  const answer = preflight?.response ?? null;
  return {
    ...common(exchange, preflight ?? exchange),
    request: {
      method: 'OPTIONS',
      url: preflight?.url ?? url,
      headers: harHeaders(preflight?.requestHeaders ?? []),
    },
    response: {
      status: answer?.status ?? 0,
      headers: harHeaders(answer?.headers ?? []),
      content: contentOf(answer?.headers ?? []),
      redirectURL: '',
    },
    _resourceType: 'preflight',
    _initiator: { type: 'preflight', url },
  };
}

function common(
  { pageref }: Exchange,
  { startedAt, duration }: { readonly startedAt: number; readonly duration: number },
): HarEntry {
  return {
    ...(pageref !== null && { pageref }),
    startedDateTime: new Date(startedAt).toISOString(),
    time: duration,
  };
}

function harHeaders(headers: readonly Header[]): HarHeader[] {
  return headers.map(([name, value]) => ({ name, value }));
}

function contentOf(headers: readonly Header[]): { mimeType: string } {
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type');
  return { mimeType: type?.[1] ?? 'x-unknown' };
}
