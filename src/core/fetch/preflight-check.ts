import { isSameOrigin } from '../site/origin';
import { askedHeaders } from './asked-headers';
import { checkAllowOrigin } from './cors-check';
import { failure } from './failure';
import { combinedValue } from './header-list';
import { isSafelistedMethod, normalizeMethod } from './method';
import { preflightOrigin } from './preflight-origin';
import type { ReasonCode } from '../verdict/reason';
import { isRedirectStatus } from './redirect-status';
import { tokenList } from './token-list';
import type { CorsRequest, CorsResponse, CorsResult, Engine } from './types';
import { unsafeRequestHeaderNames } from './unsafe-headers';

const ALLOW_METHODS = 'Access-Control-Allow-Methods of the preflight';
const ALLOW_HEADERS = 'Access-Control-Allow-Headers of the preflight';

/**
 * Whether the answer to OPTIONS lets the request through (Fetch, CORS-preflight fetch). The request's own credentials
 * mode counts, though OPTIONS itself goes out without credentials. Whether a preflight is sent at all is another rule.
 */
export function checkPreflight(
  request: CorsRequest,
  response: CorsResponse,
  engine: Engine = 'standard',
): CorsResult {
  const status = checkStatus(response.status);
  if (!status.ok) return status;
  const origin = checkOrigin(request, response, engine);
  if (!origin.ok) return origin;
  const methods = tokenList(response.headers, 'access-control-allow-methods');
  if (methods === null) {
    const saw = combinedValue(response.headers, 'access-control-allow-methods');
    return failure(
      'acam-malformed',
      ALLOW_METHODS,
      saw,
      'a list of method names',
      `“${saw}” is no list of methods.`,
    );
  }
  const names = tokenList(response.headers, 'access-control-allow-headers');
  if (names === null) {
    const saw = combinedValue(response.headers, 'access-control-allow-headers');
    return failure(
      'acah-malformed',
      ALLOW_HEADERS,
      saw,
      'a list of header names',
      `“${saw}” is no list of headers.`,
    );
  }
  const method = checkMethod(request, methods);
  return method.ok ? checkHeaders(request, names, engine) : method;
}

function checkStatus(status: number): CorsResult {
  const subject = 'Status of the preflight';
  if (status >= 200 && status <= 299) return { ok: true };
  if (status === 0) {
    return failure('preflight-no-answer', subject, null, '200 to 299', 'No answer to OPTIONS came.');
  }
  const code = isRedirectStatus(status) ? 'preflight-redirected' : 'preflight-status';
  return failure(code, subject, String(status), '200 to 299', `OPTIONS was answered with status ${status}.`);
}

/** A preflight that Firefox sends from the document's origin to that very origin is not cross-origin there. */
function checkOrigin(request: CorsRequest, response: CorsResponse, engine: Engine): CorsResult {
  const origin = preflightOrigin(request, engine);
  if (origin !== request.origin && isSameOrigin(origin, request.url)) return { ok: true };
  return checkAllowOrigin(origin, request.credentials, response.headers, 'preflight');
}

function checkMethod(request: CorsRequest, allowed: readonly string[]): CorsResult {
  const method = normalizeMethod(request.method);
  if (isSafelistedMethod(method) || allowed.includes(method)) return { ok: true };
  const wildcard = allowed.includes('*');
  if (wildcard && request.credentials !== 'include') return { ok: true };
  const saw = allowed.length === 0 ? null : allowed.join(', ');
  return wildcard
    ? failure(
        'acam-wildcard-credentialed',
        ALLOW_METHODS,
        saw,
        method,
        `* does not cover ${method} with credentials.`,
      )
    : failure('acam-lacks-method', ALLOW_METHODS, saw, method, `${method} is not among the methods allowed.`);
}

function checkHeaders(request: CorsRequest, allowed: readonly string[], engine: Engine): CorsResult {
  const listed = new Set(allowed.map((name) => name.toLowerCase()));
  const lacking = unsafeRequestHeaderNames(askedHeaders(request, engine), engine).filter(
    (name) => !listed.has(name),
  );
  const wildcard = listed.has('*');
  const saw = allowed.length === 0 ? null : allowed.join(', ');
  if (wildcard && request.credentials !== 'include') {
    if (engine !== 'standard' || !lacking.includes('authorization')) return { ok: true };
    const detail = 'authorization must be listed by name; * does not cover it.';
    return failure('acah-wildcard-authorization', ALLOW_HEADERS, saw, 'authorization', detail);
  }
  if (lacking.length === 0) return { ok: true };
  const needed = lacking.join(', ');
  if (wildcard) {
    const detail = `* does not cover ${needed} with credentials.`;
    return failure('acah-wildcard-credentialed', ALLOW_HEADERS, saw, needed, detail);
  }
  return failure(
    lackingCode(lacking),
    ALLOW_HEADERS,
    saw,
    needed,
    `Not among the headers allowed: ${needed}.`,
  );
}

/** The agents' headers have reasons of their own; the page's others share one. */
function lackingCode(lacking: readonly string[]): ReasonCode {
  if (lacking.includes('x-dtc')) return 'acah-lacks-x-dtc';
  const isTraced = lacking.includes('traceparent') || lacking.includes('tracestate');
  return isTraced ? 'acah-lacks-trace-context' : 'acah-lacks-header';
}
