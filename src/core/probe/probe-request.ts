import type { Exchange } from '../exchange/types';
import { unsafeRequestHeaderNames } from '../fetch/unsafe-headers';
import type { Engine } from '../fetch/types';
import { endpointKey } from '../rollout/endpoint-key';
import { judgeHop, walkHops, type HopView } from '../verdict/hop-walk';
import { observedRequest } from '../verdict/observed-request';
import { withHeaders } from '../verdict/with-headers';
import type { ProbeRequest, RouteChange } from './types';

/** The hop of a call that a probe asks about, and what it asks. */
export interface ProbedHop {
  /** Index of the hop. */
  readonly hop: number;
  readonly request: ProbeRequest;
}

/**
 * The preflight that the browser would send for a call on a route: of its first hop whose answer is not known or refuses,
 * else of the first cross-origin one. `null`: the browser would send none (same origin, `no-cors`, no preflight needed).
 */
export function probedHop(exchange: Exchange, change: RouteChange, engine: Engine): ProbedHop | null {
  const own = observedRequest(exchange);
  if (own.mode === 'no-cors') return null;
  const request =
    change.route === 'header' ? withHeaders(own, change.adds) : { ...own, credentials: 'include' as const };
  const asking = walkHops(request, exchange, engine).filter(
    ({ crossOrigin, causes, hop }) => crossOrigin && causes.length > 0 && /^https?:/.test(hop.url),
  );
  const view = asking.find((candidate) => judgeHop(candidate, engine).kind !== 'passes') ?? asking[0];
  return view === undefined ? null : { hop: view.index, request: requestOf(view, engine) };
}

/** What to ask, without the hop that it is asked about. */
export function probeRequestOf(exchange: Exchange, change: RouteChange, engine: Engine): ProbeRequest | null {
  return probedHop(exchange, change, engine)?.request ?? null;
}

/** Probes that agree in this ask the same: one answer holds for every call of an endpoint, whatever its ids and query. */
export function probeKey({ url, origin, method, headerNames }: ProbeRequest): string {
  return [origin, endpointKey(method, url).key, headerNames.join(',')].join(' ');
}

/** Whether any of the probes with these keys may hold for the first request of a call. */
export function mayBeProbed(
  { initiatorOrigin: origin, method, url }: Exchange,
  probed: ReadonlySet<string>,
): boolean {
  return probed.size > 0 && probed.has(endpointPart(probeKey({ url, origin, method, headerNames: [] })));
}

/** What `mayBeProbed` looks into. */
export function probedEndpoints(keys: Iterable<string>): ReadonlySet<string> {
  return new Set(Array.from(keys, endpointPart));
}

/** A probe's key without the names of headers, in which there is no space. */
function endpointPart(key: string): string {
  return key.slice(0, key.lastIndexOf(' '));
}

function requestOf({ hop, request }: HopView, engine: Engine): ProbeRequest {
  return {
    url: hop.url.replace(/#.*$/s, ''),
    origin: request.origin,
    method: request.method,
    headerNames: unsafeRequestHeaderNames(request.headers, engine),
  };
}
