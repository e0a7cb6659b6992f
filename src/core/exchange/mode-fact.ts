import { known, unknown } from './fact';
import { firstValue } from './har-headers';
import type { NetworkRecord } from './network-record';
import type { Exchange, ExchangeApi } from './types';

/** Request mode (Fetch, 2.2.5) of a call, from the request that shows it and from what the API permits. */
export function modeFact(
  api: ExchangeApi,
  requests: readonly NetworkRecord[],
  initiatorOrigin: string,
  preflighted: boolean,
): Exchange['mode'] {
  for (const { named } of requests) {
    const mode = named.secFetchMode;
    if (mode === 'cors' || mode === 'no-cors' || mode === 'same-origin') return known(mode, 'network log');
  }
  if (api === 'xhr' || api === 'eventsource' || preflighted) return known('cors', 'inferred');
  if (api === 'beacon') return known('no-cors', 'inferred');
  const crossOrigin = requests.find(({ origin }) => origin !== initiatorOrigin);
  if (crossOrigin === undefined)
    return unknown('the log shows no mode, and nothing depends on it at the same origin');
  const { method, named, response, headersOnWire } = crossOrigin;
  if (method !== 'GET' && method !== 'HEAD') {
    // such a request has an Origin in every mode, but a server answers CORS headers to those who need them
    if (response !== null && firstValue(response.headers, 'access-control-allow-origin') !== null) {
      return known('cors', 'inferred');
    }
    return method === 'POST'
      ? unknown('the log shows no mode, and POST has an Origin in every mode')
      : known('cors', 'inferred');
  }
  if (named.origin !== null) return known('cors', 'inferred');
  if (headersOnWire) return known('no-cors', 'inferred');
  return unknown('the log shows neither mode nor the headers that were sent');
}
