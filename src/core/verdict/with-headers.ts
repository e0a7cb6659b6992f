import type { HeaderSet } from '../agent/link-headers';
import { firstValue } from '../fetch/header-list';
import type { CorsRequest, Header } from '../fetch/types';

/** The call with the agent's headers on it; the same object where it has them. Values do not matter to a browser's rules. */
export function withHeaders(request: CorsRequest, added: HeaderSet): CorsRequest {
  const missing = added.filter((name) => firstValue(request.headers, name) === null);
  return missing.length === 0
    ? request
    : { ...request, headers: [...request.headers, ...missing.map((name): Header => [name, ''])] };
}
