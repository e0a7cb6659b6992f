import type { CorsFailure, CorsRequest } from './types';

/**
 * A value that fits the page's origin but not `null` fails because of the redirect, not because of the server's list.
 * @param current the request at the hop that failed
 * @param request the request as the page made it
 */
export function explainTaint(result: CorsFailure, current: CorsRequest, request: CorsRequest): CorsFailure {
  const tainted = current.origin === 'null' && request.origin !== 'null';
  if (!tainted || result.reason !== 'acao-mismatch' || result.evidence?.needed !== 'null') return result;
  const saw = result.evidence?.saw ?? null;
  const detail = `A redirect made the origin “null”, and ${current.url} allows “${saw}” only.`;
  return { ...result, reason: 'origin-tainted', detail };
}
