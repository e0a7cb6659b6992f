import { known, unknown } from './fact';
import { firstValue } from '../fetch/header-list';
import type { HopRecords } from './hop-records';
import type { Exchange, ExchangeApi } from './types';

const inLog = {
  cors: known('cors', 'network log'),
  'no-cors': known('no-cors', 'network log'),
  'same-origin': known('same-origin', 'network log'),
} as const;
const cors = known('cors', 'inferred');
const noCors = known('no-cors', 'inferred');
const indifferent = unknown('the log shows no mode, and nothing depends on it at the same origin');
const anyModePosts = unknown('the log shows no mode, and POST has an Origin in every mode');
const nothingShown = unknown('the log shows neither mode nor the headers that were sent');

/** Request mode (Fetch, 2.2.5) of a call, from the request that shows it and from what the API permits. */
export function modeFact(
  api: ExchangeApi,
  hops: readonly HopRecords[],
  initiatorOrigin: string,
  preflighted: boolean,
): Exchange['mode'] {
  for (const { request } of hops) {
    const mode = request.named.secFetchMode;
    if (mode === 'cors' || mode === 'no-cors' || mode === 'same-origin') return inLog[mode];
  }
  if (api === 'xhr' || api === 'eventsource' || preflighted) return cors;
  if (api === 'beacon') return noCors;
  const crossOrigin = hops.find(({ request }) => request.origin !== initiatorOrigin);
  if (crossOrigin === undefined) return indifferent;
  const { request, response } = crossOrigin;
  const { method, named, headersOnWire } = request;
  if (method !== 'GET' && method !== 'HEAD') {
    // such a request has an Origin in every mode, but a server answers CORS headers to those who need them
    if (response !== null && firstValue(response.headers, 'access-control-allow-origin') !== null) {
      return cors;
    }
    return method === 'POST' ? anyModePosts : cors;
  }
  if (named.origin !== null) return cors;
  if (headersOnWire) return noCors;
  return nothingShown;
}
