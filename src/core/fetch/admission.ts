import { isSameOrigin } from '../site/origin';
import { hasBadPort } from './bad-port';
import { refusedBySameOriginMode } from './cors-check';
import { failure } from './failure';
import { isForbiddenMethod, isSafelistedMethod, normalizeMethod } from './method';
import { isMixedContent } from './mixed-content';
import type { CorsRequest, CorsResult } from './types';

/**
 * Whether the browser sends anything at all for this request: what stops it here is stopped before any preflight
 * (Fetch, Request constructor and main fetch).
 * @param pageOrigin of the document; unlike the request's own origin no redirect taints it
 */
export function checkAdmission(request: CorsRequest, pageOrigin: string): CorsResult {
  const method = normalizeMethod(request.method);
  if (isForbiddenMethod(method)) {
    return failure('forbidden-method', 'Method', method, null, `A script cannot send ${method}.`);
  }
  if (request.mode === 'no-cors' && !isSafelistedMethod(method)) {
    const detail = `mode: no-cors does not permit ${method}.`;
    return failure('no-cors-method', 'Method', method, 'GET, HEAD or POST', detail);
  }
  if (isMixedContent(pageOrigin, request.url, request.topLevel)) {
    const detail = `${pageOrigin} may not call ${request.url}.`;
    return failure('mixed-content', 'URL', request.url, 'an https URL', detail);
  }
  if (hasBadPort(request.url)) {
    const detail = `Browsers do not connect to the port of ${request.url}.`;
    return failure('bad-port', 'URL', request.url, 'another port', detail);
  }
  if (request.mode === 'same-origin' && !isSameOrigin(request.origin, request.url)) {
    return refusedBySameOriginMode(request);
  }
  return { ok: true };
}
