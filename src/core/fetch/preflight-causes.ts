import { isSameOrigin, originOf } from '../site/origin';
import { askedHeaders } from './asked-headers';
import { isForbiddenMethod, isSafelistedMethod, normalizeMethod } from './method';
import { preflightFlag } from './preflight-flag';
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
  for (const name of unsafeRequestHeaderNames(askedHeaders(request, engine), engine))
    causes.push({ kind: 'header', name });
  const flag = preflightFlag(request, engine);
  if (flag !== null) causes.push({ kind: flag });
  return causes;
}
