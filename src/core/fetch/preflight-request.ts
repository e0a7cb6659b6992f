import { normalizeMethod } from './method';
import type { CorsRequest, Engine, Header } from './types';
import { unsafeRequestHeaderNames } from './unsafe-headers';

/**
 * The headers that tell a preflight apart, as the browser sends them with OPTIONS to the same URL, never with cookies
 * (Fetch, CORS-preflight fetch). Access-Control-Request-Headers is absent where no name needs permission.
 */
export function preflightRequestHeaders(request: CorsRequest, engine: Engine = 'standard'): Header[] {
  const names = unsafeRequestHeaderNames(request.headers, engine);
  const headers: Header[] = [
    ['Accept', '*/*'],
    ['Access-Control-Request-Method', normalizeMethod(request.method)],
  ];
  if (names.length > 0) headers.push(['Access-Control-Request-Headers', names.join(',')]);
  headers.push(['Origin', request.origin]);
  return headers;
}
