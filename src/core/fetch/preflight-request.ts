import { askedHeaders } from './asked-headers';
import { normalizeMethod } from './method';
import { preflightOrigin } from './preflight-origin';
import type { CorsRequest, Engine, Header } from './types';
import { unsafeEntryNames, unsafeRequestHeaderNames } from './unsafe-headers';

/**
 * The headers that tell a preflight apart, as the browser sends them with OPTIONS to the same URL, never with cookies
 * (Fetch, CORS-preflight fetch). Access-Control-Request-Headers is absent where no name needs permission; Firefox repeats in
 * it a name for each of its unsafe entries.
 */
export function preflightRequestHeaders(request: CorsRequest, engine: Engine = 'standard'): Header[] {
  const namesOf = engine === 'firefox' ? unsafeEntryNames : unsafeRequestHeaderNames;
  const names = namesOf(askedHeaders(request, engine), engine);
  const headers: Header[] = [
    ['Accept', '*/*'],
    ['Access-Control-Request-Method', normalizeMethod(request.method)],
  ];
  if (names.length > 0) headers.push(['Access-Control-Request-Headers', names.join(',')]);
  headers.push(['Origin', preflightOrigin(request, engine)]);
  return headers;
}
