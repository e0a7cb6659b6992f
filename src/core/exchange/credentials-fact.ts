import { known, unknown } from './fact';
import { firstValue } from '../fetch/header-list';
import type { HopRecords } from './hop-records';
import type { Surroundings } from './surroundings';
import type { Exchange, ExchangeApi } from './types';

const sawCookies = known('include', 'network log');
const includes = known('include', 'inferred');
const sameOrigin = known('same-origin', 'inferred');
const omits = known('omit', 'inferred');
const noCookiesAbroad = unknown(
  'no cookies were sent, which proves nothing: there may be none for this host',
);
const notOnWire = unknown('the log does not show the headers that were sent');
const noCookiesAtAll = unknown('no cookies were sent, and no other call shows that there are any');

export interface CredentialsClues {
  readonly api: ExchangeApi;
  readonly hops: readonly [HopRecords, ...HopRecords[]];
  readonly initiatorOrigin: string;
  readonly mode: Exchange['mode'];
  readonly surroundings: Surroundings;
}

/**
 * Credentials mode of a call (Fetch, 2.2.5). Cookies on a cross-origin request prove `include`; their absence proves
 * nothing, for there may be none to send.
 */
export function credentialsFact(clues: CredentialsClues): Exchange['credentials'] {
  const { api, hops, initiatorOrigin } = clues;
  const crossOrigin = hops.filter(({ request }) => request.origin !== initiatorOrigin);
  if (crossOrigin.some(({ request }) => request.carriesCookies)) return sawCookies;
  // HTML, sendBeacon(): credentials mode include
  if (api === 'beacon') return includes;
  if (crossOrigin.some((hop) => readableOnlyWithoutCredentials(hop, clues.mode))) return sameOrigin;
  const [{ request: first }] = hops;
  if (first.origin !== initiatorOrigin) return noCookiesAbroad;
  if (first.carriesCookies) return sameOrigin;
  if (!first.headersOnWire) return notOnWire;
  const since = clues.surroundings.cookiesSince(first.origin);
  if (since !== null && since < first.startedAt) return omits;
  return noCookiesAtAll;
}

/**
 * Chromium says when an answer was refused. One that was not, though it allows no credentials, belongs to a call that
 * sent none (Fetch, CORS check).
 */
function readableOnlyWithoutCredentials({ request, response }: HopRecords, mode: Exchange['mode']): boolean {
  const { resourceType, error, servedByServiceWorker } = request;
  if (resourceType === null || response === null || error !== null || servedByServiceWorker) return false;
  if (!mode.known || mode.value !== 'cors' || request.named.origin === null) return false;
  const { headers } = response;
  return (
    firstValue(headers, 'access-control-allow-origin') === '*' ||
    firstValue(headers, 'access-control-allow-credentials') !== 'true'
  );
}
