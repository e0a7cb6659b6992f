import type { Classification } from './classification';
import { credentialsFact } from './credentials-fact';
import { known, unknown } from './fact';
import { settled } from './held-response';
import type { HopRecords } from './hop-records';
import { initiatorOf } from './initiator';
import { modeFact } from './mode-fact';
import { endOf, type NetworkRecord } from './network-record';
import type { Surroundings } from './surroundings';
import { notedTrial } from './trial-schema';
import type { Exchange, ExchangeApi, ExchangeHop, ObservedPreflight } from './types';

const hookOnly = unknown('only the page hook sees it');
const observedListener = known(true, 'inferred');
const notSeenAtAll = unknown('a preflight carries no credentials, and its request was not seen');

/** Makes the exchange of one call from its requests in order; `hops` of an unclaimed preflight hold the OPTIONS itself. */
export function buildExchange(
  classification: Exclude<Classification, { kind: 'none' }>,
  hops: readonly [HopRecords, ...HopRecords[]],
  surroundings: Surroundings,
): Exchange {
  const [first] = hops;
  const { request } = first;
  const api = apiOf(classification, request, surroundings);
  const pageUrl = surroundings.pageUrl(request);
  const initiator = initiatorOf(request, first.preflight, pageUrl);
  const preflighted = api === 'preflight' || hops.some(({ preflight }) => preflight !== null);
  const passedOn = hops.some((hop) => hop.request.passedOnByServiceWorker);
  const trial = notedTrial(request.note);
  const mode = modeFact(api, hops, initiator.origin, preflighted);
  return {
    id: request.id,
    api,
    method: request.method,
    url: request.url,
    initiatorOrigin: initiator.origin,
    documentUrl: initiator.documentUrl,
    pageUrl,
    pageref: request.pageref,
    startedAt: request.startedAt,
    duration: lastEnd(hops) - request.startedAt,
    hops: toHops(hops),
    error: lastError(hops),
    credentials:
      api === 'preflight'
        ? notSeenAtAll
        : credentialsFact({ api, hops, initiatorOrigin: initiator.origin, mode, surroundings }),
    mode,
    rawUrl: hookOnly,
    uploadListener: uploadListenerFact(first),
    servedByServiceWorker: hops.some((hop) => hop.request.servedByServiceWorker),
    cookiesVisible: surroundings.cookiesVisible() && !passedOn,
    ...(passedOn && { passedOnByServiceWorker: true }),
    ...(trial !== null && { trial }),
  };
}

function apiOf(
  classification: Exclude<Classification, { kind: 'none' }>,
  request: NetworkRecord,
  surroundings: Surroundings,
): ExchangeApi {
  if (classification.kind === 'preflight') return 'preflight';
  const { api } = classification;
  if (api !== 'xhr' && api !== 'fetch' && api !== 'script') return api;
  return surroundings.madeByWorker(request) ? 'worker' : api;
}

function lastError(hops: readonly HopRecords[]): string | null {
  let last: string | null = null;
  for (const { request } of hops) last = request.error ?? last;
  return last;
}

function toHops(hops: readonly [HopRecords, ...HopRecords[]]): [ExchangeHop, ...ExchangeHop[]] {
  const [first] = hops;
  // nearly every call has one
  return hops.length === 1 ? [toHop(first)] : [toHop(first), ...hops.slice(1).map(toHop)];
}

function toHop({ request, response, preflight }: HopRecords): ExchangeHop {
  const { url, method, requestHeaders, startedAt, duration } = request;
  return {
    url,
    method,
    requestHeaders,
    response,
    startedAt,
    duration,
    preflight: preflight === null ? null : toPreflight(preflight),
  };
}

function toPreflight({
  url,
  startedAt,
  duration,
  requestHeaders,
  response,
}: NetworkRecord): ObservedPreflight {
  return { url, startedAt, duration, requestHeaders, response: settled(response) };
}

/** Fetch, use-CORS-preflight flag: a preflight that needs to ask neither for the method nor for headers has another cause. */
function uploadListenerFact({ request, preflight }: HopRecords): Exchange['uploadListener'] {
  if (preflight === null || preflight.named.requestedHeaders !== null) return hookOnly;
  return /^(?:GET|HEAD|POST)$/.test(request.method) ? observedListener : hookOnly;
}

function lastEnd(hops: readonly HopRecords[]): number {
  let end = -Infinity;
  for (const { request, preflight } of hops) {
    end = Math.max(end, endOf(request), preflight === null ? -Infinity : endOf(preflight));
  }
  return end;
}
