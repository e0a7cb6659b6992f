import { isSameOrigin, originOf } from '../site/origin';
import { isForbiddenMethod, isSafelistedMethod, normalizeMethod } from './method';
import type { CorsRequest, Engine, PreflightCause } from './types';
import { unsafeRequestHeaderNames } from './unsafe-headers';

/**
 * Everything that makes the browser send OPTIONS first; empty: nothing does (Fetch, main fetch and HTTP fetch).
 * Credentials, status and size never matter. A preflight cache may spare the OPTIONS all the same.
 */
export function preflightCauses(request: CorsRequest, engine: Engine = 'standard'): PreflightCause[] {
  if ((request.mode ?? 'cors') !== 'cors' || isForbiddenMethod(request.method)) return [];
  const scheme = originOf(request.url)?.scheme;
  if ((scheme !== 'http' && scheme !== 'https') || isSameOrigin(request.origin, request.url)) return [];
  const causes: PreflightCause[] = [];
  const method = normalizeMethod(request.method);
  if (!isSafelistedMethod(method)) causes.push({ kind: 'method', method });
  for (const name of unsafeRequestHeaderNames(request.headers, engine)) causes.push({ kind: 'header', name });
  if (uploadIsObserved(request, method, engine)) causes.push({ kind: 'upload-listener' });
  if (request.streamBody && engine !== 'firefox') causes.push({ kind: 'stream-body' });
  return causes;
}

/** Chromium disregards the listener where nothing is uploaded; the XHR standard and Firefox do not. */
function uploadIsObserved(request: CorsRequest, method: string, engine: Engine): boolean {
  if (!request.uploadListener) return false;
  if (engine !== 'chromium') return true;
  return request.hasBody === true && method !== 'GET' && method !== 'HEAD';
}
