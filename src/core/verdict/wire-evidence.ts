import { parseXDtc } from '../agent/x-dtc';
import { alteredBy } from '../exchange/altered-call';
import type { Exchange, ExchangeHop } from '../exchange/types';
import { requestedHeaderNames } from './observed-request';

/** The value of a request header as it went over the wire, `null` if it was not there. */
export function wireHeader(hop: ExchangeHop, name: string): string | null {
  for (const [candidate, value] of hop.requestHeaders) if (candidate.toLowerCase() === name) return value;
  return null;
}

/** The agent added `x-dtc` to this call: one of its own is on the request, or a refused preflight asked for it. */
export function agentTagged(exchange: Exchange): boolean {
  if (alteredBy(exchange) === 'header') return false;
  const xDtc = xDtcOnWire(exchange);
  if (xDtc !== null) return xDtc.recognised;
  return requestedHeaderNames(exchange.hops[0])?.includes('x-dtc') ?? false;
}

/** The RUM session cookie (`dtCookie`, with the agent's suffix if any) in the Cookie header of a hop; `null`: not there. */
export function rumCookieSent(hop: ExchangeHop): string | null {
  const header = wireHeader(hop, 'cookie');
  if (header === null) return null;
  for (const pair of header.split(';')) {
    const name = pair.slice(0, pair.indexOf('=')).trim();
    if (name.startsWith('dtCookie')) return name;
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
