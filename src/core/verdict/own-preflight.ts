import { headerNames, type HeaderSet } from '../agent/link-headers';
import type { Exchange } from '../exchange/types';
import type { CorsRequest } from '../fetch/types';
import { unsafeRequestHeaderNames } from '../fetch/unsafe-headers';
import { failureToday, type CallFailure } from './failure-today';
import { judgeHop, walkHops, type HopView } from './hop-walk';
import { probedCall, type ProbedCall } from './probe-answer';
import { reason, type Reason, type ReasonCode } from './reason';
import type { PageFacts } from './types';

/*
 * What the answer to a probe, whose question has the agent's headers in it, tells of the preflight that a call needs without. Servers
 * allow origin, credentials and methods whatever headers are asked for. But those that refuse one header often refuse the
 * question as a whole: a refusal says nothing of the question without it.
 */

/** `told`: the answer holds for the call's own preflight, too. `refused`: it says nothing of it, for this reason. */
export type OwnPreflight =
  | { readonly kind: 'told'; readonly call: ProbedCall }
  | { readonly kind: 'refused'; readonly because: Reason };

/**
 * The preflight of a call that works today, if it was not seen. The browser has let the call pass, so an answer that would
 * not is one to the agent's headers. `null`: no probe was answered, or the call has no such preflight.
 *
 * @param today the call as it is made today
 */
export function ownPreflight(exchange: Exchange, today: CorsRequest, page: PageFacts): OwnPreflight | null {
  const call = probedCall(exchange, page);
  const view = call === null ? null : unseenPreflight(exchange, today, call, page);
  if (call === null || view === null) return null;
  const judged = judgeHop(view, page.engine);
  if (judged.kind !== 'fails' || judged.at !== 'preflight') return { kind: 'told', call };
  const subject = `OPTIONS ${call.result.sent.request.url}`;
  const evidence = { subject, saw: judged.failure.detail, needed: null };
  return { kind: 'refused', because: reason('preflight-refused-with-x-dtc', refused(call.adds), evidence) };
}

function refused(adds: HeaderSet): string {
  return `Asked with ${headerNames(adds)} the endpoint refuses; without, nobody knows`;
}

/** Why a call fails whose log does not tell, where the answer to a probe proves it; `null`: it does not. */
export function failureByProbe(
  exchange: Exchange,
  today: CorsRequest,
  page: PageFacts,
): { readonly failure: CallFailure; readonly because: Reason } | null {
  const call = probedCall(exchange, page);
  const view = call === null ? null : unseenPreflight(exchange, today, call, page);
  if (call === null || view === null) return null;
  const failure = failureToday(call.exchange, today, page.engine);
  if (failure?.at !== 'preflight' || failure.hop !== call.hop) return null;
  const own = unsafeRequestHeaderNames(view.request.headers, page.engine).join();
  const isItsOwn = own === call.result.sent.request.headerNames.join();
  return isItsOwn || isPolicy(failure) ? { failure, because: call.because } : null;
}

/** The hop that was asked about, with the answer in the place of its preflight, if it has one that was not seen. */
function unseenPreflight(
  exchange: Exchange,
  today: CorsRequest,
  call: ProbedCall,
  { engine }: PageFacts,
): HopView | null {
  if (exchange.hops[call.hop]?.preflight !== null) return null;
  const view = walkHops(today, call.exchange, engine)[call.hop];
  return view?.crossOrigin && view.causes.length > 0 ? view : null;
}

/** What a server says of every question alike. */
const policies: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'acao-mismatch',
  'acao-multiple',
  'acao-wildcard-credentialed',
  'acac-missing',
  'acac-not-true',
  'acam-wildcard-credentialed',
  'acah-wildcard-credentialed',
]);

const aboutLists: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'acam-lacks-method',
  'acah-lacks-header',
  'acah-lacks-trace-context',
]);

/** A list that names others is the server's policy, too; no list at all is how some refuse a question. */
function isPolicy({ failure }: CallFailure): boolean {
  if (policies.has(failure.reason)) return true;
  return aboutLists.has(failure.reason) && (failure.evidence?.saw ?? null) !== null;
}
