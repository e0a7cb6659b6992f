import type { HeaderSet } from '../agent/link-headers';
import type { CorsRequest, Header } from '../fetch/types';

/** The call with the agent's headers on it; the same object where it has them. Values do not matter to a browser's rules. */
export function withHeaders(request: CorsRequest, added: HeaderSet): CorsRequest {
  const present = new Set(request.headers.map(([name]) => name.toLowerCase()));
  const missing = added.filter((name) => !present.has(name)).map((name): Header => [name, '']);
  return missing.length === 0 ? request : { ...request, headers: [...request.headers, ...missing] };
}
