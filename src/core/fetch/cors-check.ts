import { isSameOrigin } from '../site/origin';
import { failure } from './failure';
import { combinedValue, fieldLines } from './header-list';
import type { CorsRequest, CorsResponse, CorsResult, Credentials, Header } from './types';

/**
 * Whether the page may read this response (Fetch, CORS check). A same-origin response and an opaque `no-cors` one pass
 * unchecked; the status does not matter, but 0 says that there was no response. All engines agree.
 */
export function checkCors(request: CorsRequest, response: CorsResponse): CorsResult {
  if (response.status === 0) {
    return failure('network-error', 'Response', null, 'an answer', `No answer came from ${request.url}.`);
  }
  if (request.mode === 'no-cors' || isSameOrigin(request.origin, request.url)) return { ok: true };
  if (request.mode === 'same-origin') return refusedBySameOriginMode(request);
  return checkAllowOrigin(request.origin, request.credentials, response.headers, 'response');
}

/** Fetch, main fetch: a `same-origin` request never leaves the origin. */
export function refusedBySameOriginMode(request: CorsRequest): CorsResult {
  const detail = `mode: same-origin does not permit a call from ${request.origin} to ${request.url}.`;
  return failure('same-origin-mode', 'mode', 'same-origin', 'cors', detail);
}

/**
 * The check itself, of a response or of a preflight's answer: exact origin or `*`, and with credentials `true`.
 * @param origin as sent in the Origin header; `null` after a redirect that tainted it
 */
export function checkAllowOrigin(
  origin: string,
  credentials: Credentials,
  headers: readonly Header[],
  where: 'response' | 'preflight',
): CorsResult {
  const subject = `Access-Control-Allow-Origin of the ${where}`;
  const allowed = combinedValue(headers, 'access-control-allow-origin');
  const credentialed = credentials === 'include';
  if (allowed === null) {
    const needed = credentialed ? origin : `${origin} or *`;
    const detail = `The ${where} has no Access-Control-Allow-Origin; ${needed} is needed.`;
    return failure('acao-missing', subject, null, needed, detail);
  }
  if (allowed === '*' && !credentialed) return { ok: true };
  if (allowed === origin) return credentialed ? checkAllowCredentials(headers, where) : { ok: true };
  if (allowed === '*') {
    const detail = `The ${where} allows *, which a call with credentials does not accept; ${origin} is needed.`;
    return failure('acao-wildcard-credentialed', subject, allowed, origin, detail);
  }
  const lines = fieldLines(headers, 'access-control-allow-origin').length;
  if (lines > 1 || /[ ,]/.test(allowed)) {
    const detail = `The ${where} allows “${allowed}”, several values, which never match; one ${origin} is needed.`;
    return failure('acao-multiple', subject, allowed, origin, detail);
  }
  const detail = `The ${where} allows “${allowed}”, not ${origin}.`;
  return failure('acao-mismatch', subject, allowed, origin, detail);
}

function checkAllowCredentials(headers: readonly Header[], where: 'response' | 'preflight'): CorsResult {
  const subject = `Access-Control-Allow-Credentials of the ${where}`;
  const value = combinedValue(headers, 'access-control-allow-credentials');
  if (value === 'true') return { ok: true };
  if (value === null) {
    const detail = `The ${where} has no Access-Control-Allow-Credentials; a call with credentials needs true.`;
    return failure('acac-missing', subject, null, 'true', detail);
  }
  const detail = `Access-Control-Allow-Credentials of the ${where} is “${value}”, not exactly true.`;
  return failure('acac-not-true', subject, value, 'true', detail);
}
