import {
  judgeRoutes,
  lastHop,
  originRelation,
  parseUrl,
  routes,
  tierEvidence,
  type Exchange,
  type PageFacts,
} from '../../../core';
import type { FilterSubject, Reach } from '../filter/subject';
import type { PreflightState, TierState, Verdicts } from '../table/row';

/** An exchange with everything that is derived from it once; never changed, only replaced. */
export interface Judged extends FilterSubject {
  /** By what it was judged. */
  readonly facts: PageFacts;
  readonly tier: TierState;
}

export function judgeExchange(exchange: Exchange, facts: PageFacts, reach: Reach): Judged {
  const verdicts = judgeRoutes(exchange, facts);
  const last = lastHop(exchange);
  const url = parseUrl(exchange.url);
  const status = last.response?.status ?? null;
  return {
    exchange,
    facts,
    verdicts,
    host: url?.host ?? '',
    status,
    relation: originRelation(exchange.initiatorOrigin, exchange.url, facts.engine),
    preflight: preflightState(exchange, verdicts),
    tier: tierState(exchange),
    failed: verdicts.today.reasons.some(({ code }) => code === 'call-fails'),
    reach,
    haystack: `${exchange.method} ${exchange.url} ${status ?? ''} ${exchange.error ?? ''}`.toLowerCase(),
  };
}

function preflightState(exchange: Exchange, verdicts: Verdicts): PreflightState {
  if (exchange.hops.some(({ preflight }) => preflight !== null)) return 'seen';
  return routes.some((route) => verdicts[route].addsPreflight) ? 'added' : 'none';
}

function tierState({ hops }: Exchange): TierState {
  return hops.some(({ response }) => response !== null && tierEvidence(response.headers).seen)
    ? 'seen'
    : 'not-seen';
}
