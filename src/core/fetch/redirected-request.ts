import { isSameOrigin } from '../site/origin';
import { isDroppedHint } from './client-hints';
import { normalizeMethod } from './method';
import { preflightCauses } from './preflight-causes';
import type { CorsRequest, Engine, Header } from './types';

const bodyHeaders: ReadonlySet<string> = new Set([
  'content-encoding',
  'content-language',
  'content-location',
  'content-type',
]);

/**
 * The request that follows a redirect: perhaps a GET without body and its headers, without Authorization on another
 * origin, and from origin `null` once a cross-origin URL leads to a third origin
 * (Fetch, HTTP-redirect fetch). Chromium drops a script's client hints unless the redirect leads home.
 */
export function redirectedRequest(
  request: CorsRequest,
  status: number,
  url: string,
  engine: Engine = 'standard',
): CorsRequest {
  const toGet = becomesGet(normalizeMethod(request.method), status);
  const leavesOrigin = !isSameOrigin(request.url, url);
  const tainted = leavesOrigin && !isSameOrigin(request.origin, request.url);
  const first = request.redirectedFrom?.first ?? request;
  const dropsHints = engine === 'chromium' && !keepsHints(first, url);
  const survives = (header: Header) => survivesRedirect(header, toGet, leavesOrigin);
  return {
    ...request,
    ...(toGet ? { method: 'GET', hasBody: false, streamBody: false } : {}),
    url,
    origin: tainted ? 'null' : request.origin,
    headers: request.headers.filter((header) => survives(header) && !(dropsHints && isDroppedHint(header))),
    redirectedFrom: {
      first,
      asked: request.redirectedFrom?.asked === true || preflightCauses(request, engine).length > 0,
      firefoxAsksAbout: first.headers.filter(survives),
    },
  };
}

function becomesGet(method: string, status: number): boolean {
  if (status === 303) return method !== 'GET' && method !== 'HEAD';
  return (status === 301 || status === 302) && method === 'POST';
}

function survivesRedirect([name]: Header, toGet: boolean, leavesOrigin: boolean): boolean {
  const lower = name.toLowerCase();
  return !(toGet && bodyHeaders.has(lower)) && !(leavesOrigin && lower === 'authorization');
}

/** Chromium leaves hints to the document's own origin, if no frame of another origin keeps it from delegating them. */
function keepsHints({ origin, topLevel = origin }: CorsRequest, url: string): boolean {
  return isSameOrigin(origin, url) && isSameOrigin(origin, topLevel);
}
