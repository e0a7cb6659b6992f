import { checkAdmission } from './admission';
import { checkCors } from './cors-check';
import { explainTaint } from './explain-taint';
import { failure } from './failure';
import { preflightCauses } from './preflight-causes';
import { checkPreflight } from './preflight-check';
import { redirectLocation } from './redirect-location';
import { isRedirectStatus } from './redirect-status';
import { checkRedirectTarget } from './redirect-target';
import { redirectedRequest } from './redirected-request';
import type { CorsRequest, CorsResponse, CorsResult, Engine, Hop } from './types';

/** How a whole call ends, and which hops the browser asks about first. */
export type FetchPrediction = CorsResult & { readonly preflighted: number[] };

/**
 * Follows a call through its redirects: each hop may need its own preflight, and each response its own CORS check
 * (Fetch, HTTP fetch and HTTP-redirect fetch). The first hop's URL stands for the request's. A preflight that is needed
 * and not given counts as unanswered, and so does the target of a redirect that no hop follows.
 */
export function predictFetch(
  request: CorsRequest,
  hops: readonly Hop[],
  engine: Engine = 'standard',
): FetchPrediction {
  const preflighted: number[] = [];
  let current = request;
  for (const [index, hop] of hops.entries()) {
    if (index === 0) current = { ...request, url: hop.url };
    const result = checkHop(current, hop, request.origin, engine, () => preflighted.push(index));
    if (!result.ok) return { ...explainTaint(result, current, request), preflighted };
    const target = redirectTarget(hop, hops[index + 1]);
    if (target === null) return { ok: true, preflighted };
    const followed = checkRedirectTarget(current, hop.response.status, target, index, engine);
    if (!followed.ok) return { ...followed, preflighted };
    current = redirectedRequest(current, hop.response.status, target, engine);
  }
  const detail = `No answer came from ${current.url}.`;
  return { ...failure('network-error', 'Response', null, 'an answer', detail), preflighted };
}

function checkHop(
  request: CorsRequest,
  hop: Hop,
  pageOrigin: string,
  engine: Engine,
  onPreflight: () => void,
): CorsResult {
  const admission = checkAdmission(request, pageOrigin);
  if (!admission.ok) return admission;
  if (preflightCauses(request, engine).length > 0) {
    onPreflight();
    const unanswered: CorsResponse = { status: 0, headers: [] };
    const preflight = checkPreflight(request, hop.preflight ?? unanswered, engine);
    if (!preflight.ok) return preflight;
  }
  return checkCors(request, hop.response);
}

/** Where the response leads: the next hop, or else what Location says; `null`: it is the final response. */
function redirectTarget(hop: Hop, next: Hop | undefined): string | null {
  if (!isRedirectStatus(hop.response.status)) return null;
  return next?.url ?? redirectLocation(hop.url, hop.response);
}
