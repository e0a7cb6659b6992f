import type { Exchange, ExchangeHop } from '../exchange/types';
import { checkCors } from '../fetch/cors-check';
import { preflightCauses } from '../fetch/preflight-causes';
import { checkPreflight } from '../fetch/preflight-check';
import { redirectedRequest } from '../fetch/redirected-request';
import type { CorsFailure, CorsRequest, Engine, PreflightCause } from '../fetch/types';
import { originRelation } from '../site/origin-relation';
import type { ReasonCode } from './reason';

/** One hop of a call, with the request as it is there (a redirect changes method, headers and origin). */
export interface HopView {
  readonly index: number;
  readonly hop: ExchangeHop;
  readonly request: CorsRequest;
  readonly crossOrigin: boolean;
  /** Of the response's headers only those are shown that the page may read. */
  readonly headersFiltered: boolean;
  /** Why the browser would ask first; empty: it would not. */
  readonly causes: readonly PreflightCause[];
}

/** Follows the redirects that were observed with the request given, which may differ from the one that was really made. */
export function walkHops(request: CorsRequest, exchange: Exchange, engine: Engine): readonly HopView[] {
  const views: HopView[] = [];
  let current = request;
  for (const [index, hop] of exchange.hops.entries()) {
    const previous = exchange.hops[index - 1];
    if (previous?.response) current = redirectedRequest(current, previous.response.status, hop.url, engine);
    views.push({
      index,
      hop,
      request: current,
      crossOrigin: originRelation(current.origin, hop.url) !== 'same-origin',
      headersFiltered: exchange.passedOnByServiceWorker === true,
      causes: preflightCauses(current, engine),
    });
  }
  return views;
}

/**
 * What a hop comes to. `unasked`: a preflight is needed, and none was seen. `unanswered`: the response was not seen.
 * `unseenHeaders`: what decides is among headers of the answer that are not shown.
 */
export type HopResult =
  | { readonly kind: 'passes'; readonly unseenHeaders?: true | undefined }
  | { readonly kind: 'fails'; readonly at: 'preflight' | 'response'; readonly failure: CorsFailure }
  | { readonly kind: 'unasked' }
  | { readonly kind: 'unanswered' };

/** Judges a hop from the preflight and the response that were observed (Fetch, HTTP fetch with CORS). */
export function judgeHop(view: HopView, engine: Engine): HopResult {
  const { hop, request } = view;
  if (!view.crossOrigin || request.mode === 'no-cors') {
    return hop.response ? { kind: 'passes' } : { kind: 'unanswered' };
  }
  const asksFirst = view.causes.length > 0;
  let unseenHeaders = false;
  if (asksFirst && hop.preflight) {
    const result = checkPreflight(request, hop.preflight.response ?? { status: 0, headers: [] }, engine);
    if (!result.ok) return { kind: 'fails', at: 'preflight', failure: result };
  }
  if (hop.response) {
    const result = checkCors(request, hop.response);
    unseenHeaders = !result.ok && missing.has(result.reason) && leavesOut(view, hop.response.status);
    if (!result.ok && !unseenHeaders) return { kind: 'fails', at: 'response', failure: result };
  }
  if (asksFirst && !hop.preflight) return { kind: 'unasked' };
  if (unseenHeaders) return { kind: 'passes', unseenHeaders };
  return hop.response ? { kind: 'passes' } : { kind: 'unanswered' };
}

const missing: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['acao-missing', 'acac-missing']);

/**
 * A page may read hardly any header of what a service worker passes on. And a 304 to the browser's own revalidation need not repeat
 * the headers of the answer that it confirms; the CORS check is of both together (RFC 9111, 4.3.4; Fetch, HTTP-network-or-cache
 * fetch). One that the script asked for is passed on as it is.
 */
function leavesOut({ headersFiltered, request }: HopView, status: number): boolean {
  if (headersFiltered) return true;
  return status === 304 && !request.headers.some(([name]) => conditional.has(name.toLowerCase()));
}

const conditional: ReadonlySet<string> = new Set([
  'if-match',
  'if-modified-since',
  'if-none-match',
  'if-range',
  'if-unmodified-since',
]);
