import { checkPreflight } from '../../core';
import { mapKey } from '../../core/site/map-key';
import { readHeaders, readRequestHeaders } from '../../core/exchange/har-headers';
import type { Sight } from './sight';

/** Method and URL (the key of one) of the request that a preflight asks for, as `PUT https://…`; `null`: the entry is no preflight. */
export function requestedBy(entry: Sight): string | null {
  const method = requestedMethod(entry);
  return method === null ? null : `${method} ${mapKey(entry.request.url)}`;
}

function requestedMethod({ request }: Sight): string | null {
  return request.method === 'OPTIONS' ? readRequestHeaders(request.headers).named.requestedMethod : null;
}

/** So long that no name is safelisted: a preflight lists only names that are not (Fetch, CORS-safelisted request-header). */
const unsafeValue = 'x'.repeat(129);

/** Whether the answer refuses the request even without credentials, so that the browser never sends it. */
export function isRefusedPreflight(preflight: Sight): boolean {
  const { url, headers } = preflight.request;
  const { origin, requestedHeaders } = readRequestHeaders(headers).named;
  const names = requestedHeaders?.split(',').map((name) => name.trim()) ?? [];
  const { ok } = checkPreflight(
    {
      origin: origin ?? 'null',
      url,
      method: requestedMethod(preflight) ?? 'GET',
      headers: names.filter((name) => name !== '').map((name) => [name, unsafeValue] as const),
      credentials: 'same-origin',
    },
    { status: preflight.response?.status ?? 0, headers: readHeaders(preflight.response?.headers) },
    'firefox',
  );
  return !ok;
}
