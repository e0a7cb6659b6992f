import type { HeaderSet } from '../agent/link-headers';
import type { Exchange, ExchangeHop, ObservedPreflight } from '../exchange/types';
import { probedHop, probeKey } from '../probe/probe-request';
import type { ProbeAnswer, ProbeResult } from '../probe/types';
import { CallTaggings } from './call-taggings';
import { pageContext } from './page-context';
import { reason, seen, type Reason } from './reason';
import { routeHeaders } from './tagging-step';
import type { PageFacts } from './types';

/** A call as it would be seen if the browser itself had sent the preflight that a probe sent. */
export interface ProbedCall {
  readonly exchange: Exchange;
  /** The hop that was asked about. */
  readonly hop: number;
  readonly result: ProbeAnswer;
  /** The agent's headers that were asked for. */
  readonly adds: HeaderSet;
  readonly because: Reason;
}

/**
 * Puts the answer of a probe of the header route in the place of the preflight; `null`: the endpoint was not probed, or the
 * probe says nothing of it. A probe asked for the agent's headers, so on that route it beats any preflight of the page's own.
 */
export function probedCall(exchange: Exchange, page: PageFacts): ProbedCall | null {
  const { probes, engine } = page;
  if (probes === undefined || probes.size === 0) return null;
  const adds = routeHeaders({ context: pageContext(page), taggings: new CallTaggings(exchange) });
  const asked = probedHop(exchange, { route: 'header', adds }, engine);
  const result = asked === null ? undefined : probes.get(probeKey(asked.request));
  if (asked === null || result === undefined || !saysSomething(result)) return null;
  const [first, ...others] = exchange.hops.map((hop, index) =>
    index === asked.hop ? withPreflight(hop, result) : hop,
  );
  if (first === undefined) return null;
  return {
    exchange: { ...exchange, hops: [first, ...others] },
    hop: asked.hop,
    result,
    adds,
    because: probed(result),
  };
}

function saysSomething(result: ProbeResult): result is ProbeAnswer {
  return result.kind === 'answered' || result.kind === 'redirected' || result.kind === 'no-answer';
}

function withPreflight(hop: ExchangeHop, result: ProbeAnswer): ExchangeHop {
  const { request, headers, startedAt, duration } = result.sent;
  const preflight: ObservedPreflight = {
    url: request.url,
    startedAt,
    duration,
    requestHeaders: headers,
    response: responseOf(result),
  };
  return { ...hop, preflight };
}

/** The browser hides the status of a redirect: any of them stands for it (Fetch, opaque-redirect filtered response). */
function responseOf(result: ProbeAnswer): ObservedPreflight['response'] {
  switch (result.kind) {
    case 'answered':
      return result.response;
    case 'redirected':
      return { status: 302, headers: [] };
    case 'no-answer':
      return null;
  }
}

function probed(result: ProbeAnswer): Reason {
  const { url } = result.sent.request;
  const saw = result.kind === 'answered' ? String(result.response.status) : result.kind;
  return reason('probed', undefined, seen(`OPTIONS ${url}`, saw));
}
