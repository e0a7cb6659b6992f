import { normalizeMethod } from './method';
import type { CorsRequest, Engine, PreflightFlag } from './types';
import { unsafeRequestHeaderNames } from './unsafe-headers';

/**
 * What sets the use-CORS-preflight flag of a call: an upload that is listened to, or a streamed body (XHR, `send()`;
 * Fetch, Request constructor). It is set when the call begins and holds for every hop, even if a redirect drops the body.
 */
export function preflightFlag(request: CorsRequest, engine: Engine = 'standard'): PreflightFlag | null {
  const first = request.redirectedFrom?.first ?? request;
  if (uploadIsObserved(first, engine)) return 'upload-listener';
  if (first.streamBody && engine !== 'firefox') return 'stream-body';
  return engine === 'firefox' && wasAskedBefore(request) ? 'asked-before' : null;
}

/** Chromium disregards the listener where nothing is uploaded; the XHR standard and Firefox do not. */
function uploadIsObserved(request: CorsRequest, engine: Engine): boolean {
  if (!request.uploadListener) return false;
  if (engine !== 'chromium') return true;
  const method = normalizeMethod(request.method);
  return request.hasBody === true && method !== 'GET' && method !== 'HEAD';
}

function wasAskedBefore({ redirectedFrom }: CorsRequest): boolean {
  if (redirectedFrom === undefined) return false;
  const { asked, first } = redirectedFrom;
  return asked || unsafeRequestHeaderNames(first.headers, 'firefox').length > 0;
}
