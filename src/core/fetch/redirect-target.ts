import { isSameOrigin } from '../site/origin';
import { parseUrl } from '../site/parse-url';
import { failure } from './failure';
import type { CorsRequest, CorsResult, Engine } from './types';

const MAX_REDIRECTS = 20;

/**
 * Whether the browser follows this redirect (Fetch, HTTP-redirect fetch).
 * @param request as it was at the URL that redirects
 * @param followed how many redirects were followed before this one
 */
export function checkRedirectTarget(
  request: CorsRequest,
  status: number,
  target: string,
  followed: number,
  engine: Engine = 'standard',
): CorsResult {
  const url = parseUrl(target);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    const detail = `${request.url} redirects to ${target}, which is no http(s) URL.`;
    return failure('redirect-not-http', 'Location', target, 'an http(s) URL', detail);
  }
  if (followed >= MAX_REDIRECTS) {
    const detail = `${request.url} redirects after ${MAX_REDIRECTS} redirects.`;
    return failure(
      'too-many-redirects',
      'Redirects',
      String(followed + 1),
      `at most ${MAX_REDIRECTS}`,
      detail,
    );
  }
  if ((url.username || url.password) && refusesCredentialsInUrl(request, target, engine)) {
    const needed = 'a URL without user and password';
    const detail = `${request.url} redirects to a URL with user and password at ${url.host}.`;
    return failure('redirect-credentials-in-url', 'Location', target, needed, detail);
  }
  if (request.streamBody && status !== 303 && engine !== 'firefox') {
    const detail = `${request.url} redirects with ${status}, and the body is a stream that cannot be sent again.`;
    return failure(
      'redirect-stream-body',
      'Status',
      String(status),
      '303, or a body that is no stream',
      detail,
    );
  }
  return { ok: true };
}

/** The standard refuses them once the call is, or becomes, cross-origin with mode cors; Chromium to any fetch. */
function refusesCredentialsInUrl(request: CorsRequest, target: string, engine: Engine): boolean {
  const { api, mode = 'cors', origin, url } = request;
  if (engine === 'chromium' && (api === 'fetch' || mode !== 'cors')) return true;
  return mode === 'cors' && !(isSameOrigin(origin, url) && isSameOrigin(origin, target));
}
