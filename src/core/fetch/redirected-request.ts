import { isSameOrigin } from '../site/origin';
import { normalizeMethod } from './method';
import type { CorsRequest, Header } from './types';

const bodyHeaders: ReadonlySet<string> = new Set([
  'content-encoding',
  'content-language',
  'content-location',
  'content-type',
]);

/**
 * The request that follows a redirect: perhaps a GET without body and its headers, without Authorization on another
 * origin, and from origin `null` once a cross-origin URL leads to a third origin (Fetch, HTTP-redirect fetch).
 */
export function redirectedRequest(request: CorsRequest, status: number, url: string): CorsRequest {
  const toGet = becomesGet(normalizeMethod(request.method), status);
  const leavesOrigin = !isSameOrigin(request.url, url);
  const tainted = leavesOrigin && !isSameOrigin(request.origin, request.url);
  return {
    ...request,
    ...(toGet ? { method: 'GET', hasBody: false, streamBody: false } : {}),
    url,
    origin: tainted ? 'null' : request.origin,
    headers: request.headers.filter((header) => survives(header, toGet, leavesOrigin)),
  };
}

function becomesGet(method: string, status: number): boolean {
  if (status === 303) return method !== 'GET' && method !== 'HEAD';
  return (status === 301 || status === 302) && method === 'POST';
}

function survives([name]: Header, toGet: boolean, leavesOrigin: boolean): boolean {
  const lower = name.toLowerCase();
  return !(toGet && bodyHeaders.has(lower)) && !(leavesOrigin && lower === 'authorization');
}
