import { classicSet, headerNames, type HeaderSet } from '../agent/link-headers';
import { hasAgentEntry } from '../agent/trace-context';
import { lastHop } from '../exchange/last-hop';
import type { Exchange, ExchangeHop } from '../exchange/types';
import type { Engine } from '../fetch/types';
import { failureReason } from '../verdict/cors-steps';
import { failureToday } from '../verdict/failure-today';
import { requestOnWire } from '../verdict/observed-request';
import { reason, seen } from '../verdict/reason';
import { rumCookieSent, wireHeader } from '../verdict/wire-evidence';
import type { TrialMode, Tried, TrialRoute } from './types';

/**
 * What the browser made of a call that a trial altered, from what went over the wire: it failed (`breaks`), it arrived with
 * the context (`links`), it arrived without (`unlinked`), or its end was not seen (`unknown`). Logs show the servers' own
 * headers also where the trial mended them: then only the browser's word counts. `adds`: the headers in trial.
 */
export function triedCall(
  exchange: Exchange,
  route: TrialRoute,
  mode: TrialMode,
  engine: Engine,
  adds: HeaderSet = classicSet,
): Tried {
  const last = lastHop(exchange);
  const isAccepted = mode === 'as-if-fixed' && exchange.error === null && last.response !== null;
  const failure = isAccepted ? null : failureToday(exchange, requestOnWire(exchange), engine);
  if (failure !== null) return { outcome: 'breaks', because: failureReason(failure.failure) };
  if (last.response === null) return { outcome: 'unknown', because: reason('response-not-seen') };
  return route === 'header'
    ? byHeader(exchange, last, adds)
    : byCookie(exchange, rumCookieSent(last, exchange.initiatorOrigin));
}

function byHeader(exchange: Exchange, last: ExchangeHop, adds: HeaderSet): Tried {
  const missing = adds.filter((name) => !carriesContext(name, wireHeader(last, name)));
  const [shown = 'x-dtc'] = missing.length > 0 ? missing : adds;
  const evidence = seen(`${shown} of the request`, wireHeader(last, shown));
  if (missing.length === 0) {
    const sent = adds.includes('x-dtc') ? 'x-dtc-sent' : 'trace-context-sent';
    return { outcome: 'links', because: reason(sent, undefined, evidence) };
  }
  const isLost = exchange.hops.length > 1;
  const verb = isLost
    ? missing.length === 1
      ? 'was lost on a redirect'
      : 'were lost on a redirect'
    : 'did not arrive';
  const lost = `${headerNames(missing)} ${verb}.`;
  return { outcome: 'unlinked', because: reason('cross-origin-uncredentialed', lost, evidence) };
}

/** Other systems write `tracestate`, too: only the agent's entry carries its session. */
function carriesContext(name: HeaderSet[number], value: string | null): boolean {
  return value !== null && (name !== 'tracestate' || hasAgentEntry(value));
}

function byCookie(exchange: Exchange, cookie: string | null): Tried {
  const evidence = {
    subject: 'Cookie header of the request',
    saw: cookie ?? (exchange.cookiesVisible ? 'no dtCookie' : 'cookies are not in this log'),
    needed: 'dtCookie',
  };
  if (cookie !== null) return { outcome: 'links', because: reason('cookies-sent', undefined, evidence) };
  return exchange.cookiesVisible
    ? { outcome: 'unlinked', because: reason('rum-cookies-not-sent', undefined, evidence) }
    : { outcome: 'unknown', because: reason('response-not-seen', evidence.saw, evidence) };
}
