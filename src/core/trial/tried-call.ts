import { lastHop } from '../exchange/last-hop';
import type { Exchange } from '../exchange/types';
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
 * headers also where the trial mended them: then only the browser's word counts.
 */
export function triedCall(exchange: Exchange, route: TrialRoute, mode: TrialMode, engine: Engine): Tried {
  const last = lastHop(exchange);
  const isAccepted = mode === 'as-if-fixed' && exchange.error === null && last.response !== null;
  const failure = isAccepted ? null : failureToday(exchange, requestOnWire(exchange), engine);
  if (failure !== null) return { outcome: 'breaks', because: failureReason(failure.failure) };
  if (last.response === null) return { outcome: 'unknown', because: reason('response-not-seen') };
  return route === 'header'
    ? byHeader(exchange, wireHeader(last, 'x-dtc'))
    : byCookie(exchange, rumCookieSent(last));
}

function byHeader(exchange: Exchange, value: string | null): Tried {
  const evidence = seen('x-dtc of the request', value);
  if (value !== null) return { outcome: 'links', because: reason('x-dtc-sent', undefined, evidence) };
  const lost = exchange.hops.length > 1 ? 'x-dtc was lost on a redirect.' : 'x-dtc did not arrive.';
  return { outcome: 'unlinked', because: reason('cross-origin-uncredentialed', lost, evidence) };
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
