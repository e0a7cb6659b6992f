import type { CorsRequest, Engine, Header } from './types';

/**
 * The headers whose unsafe names a preflight asks about: those of the request (Fetch, CORS-preflight fetch). Firefox
 * takes the first request's at every hop, less those that the redirect to this hop dropped: a Content-Type that went with
 * the body at one redirect is asked about again after the next.
 */
export function askedHeaders(request: CorsRequest, engine: Engine): readonly Header[] {
  return engine === 'firefox'
    ? (request.redirectedFrom?.firefoxAsksAbout ?? request.headers)
    : request.headers;
}
