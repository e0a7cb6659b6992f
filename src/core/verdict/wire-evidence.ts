import { classicSet, traceContextSet } from '../agent/link-headers';
import type { HeaderSet } from '../agent/link-headers';
import type { AgentProfile } from '../agent/profile';
import { hasAgentEntry } from '../agent/trace-context';
import { parseXDtc } from '../agent/x-dtc';
import { alteredBy, headersOfTrial } from '../exchange/altered-call';
import type { Exchange, ExchangeHop } from '../exchange/types';
import { firstValue } from '../fetch/header-list';
import { sharedCookieDomain } from '../site/cookie-domain';
import { hostOf } from '../site/host';
import { requestedHeaderNames } from './observed-request';

/** The value of a request header as it went over the wire, `null` if it was not there. */
export function wireHeader(hop: ExchangeHop, name: string): string | null {
  return firstValue(hop.requestHeaders, name);
}

/**
 * The headers by which an agent linked this call today: on the request, or asked for by a preflight that was refused. None of the
 * page's own making, nor of a trial's.
 */
export function agentHeadersSeen(exchange: Exchange, agent: AgentProfile): HeaderSet {
  if (alteredBy(exchange) === 'header') return [];
  const asked = requestedHeaderNames(exchange.hops[0]) ?? [];
  const xDtc = xDtcOnWire(exchange);
  const isTagged = xDtc === null ? asked.includes('x-dtc') : xDtc.recognised;
  return [...(isTagged ? classicSet : []), ...traceContextSeen(exchange, agent, asked)];
}

/** The New RUM Experience marks its entry of `tracestate`; only a preflight shows no values, and then its own setting tells. */
function traceContextSeen(exchange: Exchange, agent: AgentProfile, asked: readonly string[]): HeaderSet {
  const [first] = exchange.hops;
  const tracestate = wireHeader(first, 'tracestate');
  if (tracestate !== null) {
    if (!hasAgentEntry(tracestate) || wireHeader(first, 'traceparent') === null) return [];
    return traceContextSet;
  }
  const mayBeAgents = agent.traceContext?.enabled === true && first.response === null;
  return mayBeAgents && traceContextSet.every((name) => asked.includes(name)) ? traceContextSet : [];
}

/** The page's own `traceparent`: the New RUM Experience has no entry beside it. `null`: there is none, or it was masked. */
export function traceparentOfPage(exchange: Exchange): string | null {
  const [first] = exchange.hops;
  const value = wireHeader(first, 'traceparent');
  if (value === null || value === '***') return null;
  const ofTrial = headersOfTrial(exchange);
  if (ofTrial.includes('tracestate')) return ofTrial.includes('traceparent') ? null : value;
  return hasAgentEntry(wireHeader(first, 'tracestate') ?? '') ? null : value;
}

/**
 * The page's RUM session cookie (`dtCookie`, with the agent's suffix if any) in the Cookie header of a hop; `null`: not there.
 * What reaches another site is that site's own: no cookie of the page does (RFC 6265bis, domain matching).
 *
 * @param from origin of the page
 */
export function rumCookieSent(hop: ExchangeHop, from: string): string | null {
  const name = sessionCookieSent(hop);
  return name !== null && sharedCookieDomain(hostOf(from), hostOf(hop.url)) !== null ? name : null;
}

/** A RUM session cookie in the Cookie header of a hop, whoever set it; `null`: none. */
export function sessionCookieSent(hop: ExchangeHop): string | null {
  for (const [header, value] of hop.requestHeaders) {
    // HTTP/2 may part the cookies into several lines (RFC 9113, 8.2.3)
    if (header.length !== 'cookie'.length || header.toLowerCase() !== 'cookie') continue;
    for (const pair of value.split(';')) {
      const name = pair.slice(0, pair.indexOf('=')).trim();
      if (name.startsWith('dtCookie')) return name;
    }
  }
  return null;
}

/** What the `x-dtc` on the wire carries, `null` where there is none. */
export function xDtcOnWire(
  exchange: Exchange,
): { hasSession: boolean; hasAction: boolean; recognised: boolean } | null {
  const value = wireHeader(exchange.hops[0], 'x-dtc');
  if (value === null) return null;
  const parsed = parseXDtc(value);
  const session = parsed?.sn ?? null;
  return {
    recognised: session !== null,
    hasSession: session !== null && !session.endsWith('_sn_') && session !== '',
    hasAction: (parsed?.pc ?? null) !== null,
  };
}
