import type { Header } from '../fetch/types';
import { originRelation } from '../site/origin-relation';
import type { ProbeRequest } from './types';

/**
 * The headers that make an OPTIONS the preflight of this call, as the browser sends them (Fetch, CORS-preflight fetch). The
 * referrer is that of the default policy, `strict-origin-when-cross-origin`.
 */
export function probeHeaders({ url, origin, method, headerNames }: ProbeRequest): readonly Header[] {
  const headers: Header[] = [
    ['origin', origin],
    ['access-control-request-method', method],
  ];
  if (headerNames.length > 0) headers.push(['access-control-request-headers', headerNames.join(',')]);
  if (origin !== 'null' && !(origin.startsWith('https:') && url.startsWith('http:'))) {
    headers.push(['referer', `${origin}/`]);
  }
  // browsers tell the relation to trustworthy targets only
  if (url.startsWith('https:')) headers.push(['sec-fetch-site', originRelation(origin, url)]);
  return headers;
}
