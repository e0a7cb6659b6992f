import { alteredBy } from '../exchange/altered-call';
import { lastHop } from '../exchange/last-hop';
import type { Exchange, ExchangeHop } from '../exchange/types';
import type { CorsRequest } from '../fetch/types';
import { CallTaggings } from './call-taggings';
import type { CallFailure } from './failure-today';
import { failureToday } from './failure-today';
import { walkHops } from './hop-walk';
import type { HopView } from './hop-walk';
import { observedRequest } from './observed-request';
import { failureByProbe } from './own-preflight';
import { pageContext } from './page-context';
import type { PageContext } from './page-context';
import type { Reason } from './reason';
import type { PageFacts } from './types';
import { originRelation } from '../site/origin-relation';

/** An exchange with what all three routes need to know of it. */
export interface JudgedCall {
  readonly exchange: Exchange;
  readonly context: PageContext;
  readonly taggings: CallTaggings;
  /** As it is made today. */
  readonly request: CorsRequest;
  readonly views: readonly HopView[];
  /** The hop whose server answers: where context must arrive. */
  readonly lastHop: ExchangeHop;
  /** Of the last hop to the document that called, after redirects; schemeful. */
  readonly relation: 'same-origin' | 'same-site' | 'cross-site';
  /** `null` also where a trial altered the call: what it would do by itself was not seen. */
  readonly failure: CallFailure | null;
  /** The probe whose answer tells why the call fails; `null`: the log does, or it does not fail. */
  readonly failureProbed: Reason | null;
}

/** @param taggings takes what the agents say to the call */
export function judgedCall(
  exchange: Exchange,
  page: PageFacts,
  taggings = new CallTaggings(exchange),
): JudgedCall {
  const request = observedRequest(exchange);
  const views = walkHops(request, exchange, page.engine);
  const last = lastHop(exchange);
  const failure = alteredBy(exchange) === null ? failureToday(exchange, request, page.engine, views) : null;
  const byProbe =
    failure?.failure.reason === 'network-error' ? failureByProbe(exchange, request, page) : null;
  return {
    exchange,
    context: pageContext(page),
    taggings,
    request,
    views,
    lastHop: last,
    relation: relationOf(views, exchange.initiatorOrigin, last.url),
    failure: byProbe?.failure ?? failure,
    failureProbed: byProbe?.because ?? null,
  };
}

/** A call that came back to its own origin by way of another one is cross-origin all the same (Fetch, response tainting). */
function relationOf(views: readonly HopView[], from: string, to: string): JudgedCall['relation'] {
  const relation = originRelation(from, to);
  return relation === 'same-origin' && views.at(-1)?.crossOrigin ? 'same-site' : relation;
}
