import type { CorsRequest } from '../fetch/types';

/** The call with `x-dtc` on it; the same object where it has one. The value does not matter to a browser's rules. */
export function withXDtc(request: CorsRequest): CorsRequest {
  if (request.headers.some(([name]) => name.toLowerCase() === 'x-dtc')) return request;
  return { ...request, headers: [...request.headers, ['x-dtc', ''] as const] };
}
