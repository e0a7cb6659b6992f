import type { HarEntry, HarHeader, HarInitiator, HarRequest, HarResponse } from './har';
import { callersOf } from './call-stack';

/**
 * What is kept of an entry while a session lasts: no bodies, no query list and no cookies that the headers hold, of a
 * stack the scripts' URLs. Reading the slim entry gives the same record as reading the full one.
 */
export function slimEntry(entry: HarEntry): HarEntry {
  const { pageref, startedDateTime, time, request, response } = entry;
  const { _resourceType, _initiator, _error, _fromCache, _fetchedViaServiceWorker } = entry;
  return {
    pageref,
    startedDateTime,
    time,
    ...(request && { request: slimRequest(request) }),
    ...(response && { response: slimResponse(response) }),
    ...(_resourceType && { _resourceType }),
    ...(typeof _initiator === 'object' && _initiator !== null && { _initiator: slimInitiator(_initiator) }),
    ...(_error && { _error }),
    ...(_fromCache && { _fromCache }),
    ...(_fetchedViaServiceWorker && { _fetchedViaServiceWorker }),
  };
}

function slimRequest({ method, url, headers, cookies }: HarRequest): HarRequest {
  const kept = slimHeaders(headers);
  const hasCookie = kept.some(({ name }) => name?.toLowerCase() === 'cookie');
  return {
    method,
    url,
    headers: kept,
    ...(!hasCookie && Array.isArray(cookies) && cookies.length > 0 && { cookies: slimHeaders(cookies) }),
  };
}

function slimResponse(response: HarResponse): HarResponse {
  const { status, headers, content, redirectURL, _error, _failureText } = response;
  const { _fetchedViaServiceWorker, _serviceWorkerResponseSource } = response;
  return {
    status,
    headers: slimHeaders(headers),
    ...(content?.mimeType && { content: { mimeType: content.mimeType } }),
    ...(redirectURL && { redirectURL }),
    ...(_error && { _error }),
    ...(_failureText && { _failureText }),
    ...(_fetchedViaServiceWorker && { _fetchedViaServiceWorker }),
    ...(_serviceWorkerResponseSource && { _serviceWorkerResponseSource }),
  };
}

/** Tools add comments and offsets to headers. */
function slimHeaders(headers: readonly HarHeader[] | undefined): HarHeader[] {
  return Array.isArray(headers) ? headers.map(({ name, value }) => ({ name, value })) : [];
}

function slimInitiator(initiator: HarInitiator): HarInitiator {
  const callFrames = callersOf(initiator).map((url) => ({ url }));
  return { ...(initiator.type && { type: initiator.type }), stack: { callFrames } };
}
