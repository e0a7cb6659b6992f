import { parseUrl } from '../site/parse-url';

/** Parameters that the agent's beacons carry beside `type` (recorded, 1.239 to 1.329). */
const beaconParameters = ['svrid', 'flavor', 'modifiedSince', 'crc'] as const;

/**
 * Whether a request is the classic agent's own beacon: a POST with `type=js3`, to the configured address or with the agent's
 * other parameters (recorded, 1.239 to 1.329). The agent never tags it.
 */
export function isAgentBeacon(
  request: { readonly method: string; readonly url: string; readonly pageUrl?: string | null | undefined },
  reportUrl: string | null = null,
): boolean {
  // most calls need no URL parser to be told apart; the agent encodes no letter of it
  if (request.method.toUpperCase() !== 'POST' || !request.url.includes('type=js3')) return false;
  const url = parseUrl(request.url, request.pageUrl ?? undefined);
  if (url === null || url.searchParams.get('type') !== 'js3') return false;
  const report = reportUrl === null ? null : parseUrl(reportUrl, url.href);
  if (report !== null && report.origin === url.origin && report.pathname === url.pathname) return true;
  return beaconParameters.filter((name) => url.searchParams.has(name)).length >= 2;
}
