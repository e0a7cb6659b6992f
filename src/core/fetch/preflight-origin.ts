import type { CorsRequest, Engine } from './types';

/**
 * The origin that a preflight is sent from and judged by: the request's own (Fetch, CORS-preflight fetch). Firefox goes on
 * to ask from the document's origin after a redirect has tainted the request's.
 */
export function preflightOrigin(request: CorsRequest, engine: Engine): string {
  return engine === 'firefox' ? (request.redirectedFrom?.first.origin ?? request.origin) : request.origin;
}
