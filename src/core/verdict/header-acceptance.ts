import { headerNames } from '../agent/link-headers';
import type { HeaderSet } from '../agent/link-headers';
import { alteredBy } from '../exchange/altered-call';
import type { ExchangeHop } from '../exchange/types';
import { firstValue } from '../fetch/header-list';
import { addPreflightSteps, addResponseStep, causesText, failureReason } from './cors-steps';
import type { Decision } from './decision';
import { judgeHop, walkHops } from './hop-walk';
import type { HopView } from './hop-walk';
import type { JudgedCall } from './judged-call';
import { requestedHeaderNames } from './observed-request';
import { probedCall } from './probe-answer';
import { reason, seen } from './reason';
import type { Reason, ReasonCode } from './reason';
import { withHeaders } from './with-headers';

export interface HeaderAcceptance {
  readonly kind: 'links' | 'breaks' | 'unknown';
  readonly because: Reason;
  readonly addsPreflight: boolean;
}

/** The headers that a call is judged with, and what is asked of every hop. */
interface Asked {
  readonly adds: HeaderSet;
  /** They are on the request already. */
  readonly isSent: boolean;
  readonly decision: Decision;
}

/** Whether every hop would still pass with these headers on the request, from the answers that were seen. */
export function headerAcceptance(call: JudgedCall, adds: HeaderSet, decision: Decision): HeaderAcceptance {
  const { engine } = call.context.page;
  const request = withHeaders(call.request, adds);
  const isSent = request === call.request;
  let addsPreflight = false;
  let unknown: Reason | null = null;
  let likely: Reason | null = null;
  let isAsked = false;
  // a trial's own preflight is one that the route adds
  const altered = alteredBy(call.exchange) === 'header';
  const probed = altered || isSent ? null : probedCall(call.exchange, call.context.page);
  if (probed) decision.note('The endpoint was asked', probed.because);
  for (const view of walkHops(request, probed?.exchange ?? call.exchange, engine)) {
    if (!view.crossOrigin) continue;
    const own = call.views[view.index];
    const isAdded = (own?.causes.length ?? 0) === 0 && (altered || own?.hop.preflight === null);
    addsPreflight ||= isAdded;
    isAsked = true;
    if (isAdded) decision.note('The browser asks first', addedPreflight(view, adds));
    const judged = judgeTaggedHop(view, { adds, isSent, decision }, call);
    if (judged.kind === 'fails') return { kind: 'breaks', because: judged.because, addsPreflight };
    if (judged.kind === 'unknown') unknown ??= judged.because;
    if (judged.kind === 'likely') likely ??= judged.because;
  }
  if (unknown) return { kind: 'unknown', because: unknown, addsPreflight };
  if (isSent) return { kind: 'links', because: sent(adds), addsPreflight };
  return { kind: 'links', because: likely ?? (isAsked ? accepted(adds) : free(adds)), addsPreflight };
}

function sent(adds: HeaderSet): Reason {
  return reason(adds.includes('x-dtc') ? 'x-dtc-sent' : 'trace-context-sent');
}

function accepted(adds: HeaderSet): Reason {
  return reason('header-accepted', `The preflight allows ${headerNames(adds)}`);
}

function free(adds: HeaderSet): Reason {
  return reason(
    'header-free',
    `Same origin: ${headerNames(adds)} ${adds.length === 1 ? 'costs' : 'cost'} nothing`,
  );
}

function addedPreflight(view: HopView, adds: HeaderSet): Reason {
  const text = `${headerNames(adds)} ${adds.length === 1 ? 'adds' : 'add'} a preflight`;
  return reason('adds-preflight', text, seen('Cause of the preflight', causesText(view.causes)));
}

type TaggedHop =
  { readonly kind: 'passes' } | { readonly kind: 'likely' | 'unknown' | 'fails'; readonly because: Reason };

function judgeTaggedHop(
  view: HopView,
  { adds, isSent, decision }: Asked,
  { context }: JudgedCall,
): TaggedHop {
  const result = judgeHop(view, context.page.engine);
  const { preflight } = view.hop;
  const allows = `The preflight allows ${headerNames(adds)}`;
  if (result.kind === 'fails') {
    const reflected = lacksAgentHeaders.has(result.failure.reason) ? reflection(view.hop, adds) : null;
    if (reflected) {
      decision[reflected.kind === 'likely' ? 'note' : 'unknown'](allows, reflected.because);
      return reflected;
    }
    if (result.at === 'preflight' && preflight)
      addPreflightSteps(decision, view.request, preflight, result.failure);
    else addResponseStep(decision, view.hop, result.failure);
    return { kind: 'fails', because: failureReason(result.failure) };
  }
  if (preflight) addPreflightSteps(decision, view.request, preflight, null);
  if (view.hop.response) addResponseStep(decision, view.hop, null);
  if (result.kind === 'unasked' && !isSent) {
    const because = reason(
      'preflight-not-seen',
      `Nobody has asked the server about ${headerNames(adds)} yet`,
    );
    decision.unknown(allows, because);
    return { kind: 'unknown', because };
  }
  if (result.kind === 'unanswered') {
    const because = reason('response-not-seen');
    decision.unknown('The response is readable for the page’s origin', because);
    return { kind: 'unknown', because };
  }
  return { kind: 'passes' };
}

/** The server's list lacks what the agent adds. */
export const lacksAgentHeaders: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'acah-lacks-x-dtc',
  'acah-lacks-trace-context',
]);

/**
 * A server that answers with just the names that it was asked for most likely reflects them; one that says its answer
 * varies by them, and was asked for none, has not been asked about the agent's.
 */
export function reflection(
  hop: ExchangeHop,
  adds: HeaderSet,
): { readonly kind: 'likely' | 'unknown'; readonly because: Reason } | null {
  const answer = hop.preflight?.response;
  if (!answer) return null;
  const value = (name: string): string | null => firstValue(answer.headers, name)?.trim() ?? null;
  const asked = requestedHeaderNames(hop)?.join(',') ?? '';
  const allowed = value('access-control-allow-headers');
  const evidence = {
    subject: 'Access-Control-Allow-Headers of the preflight',
    saw: allowed,
    needed: adds.join(', '),
  };
  if (asked !== '' && allowed?.replace(/\s/g, '') === asked) {
    return {
      kind: 'likely',
      because: reason('header-likely-accepted', undefined, { ...evidence, needed: `as asked: ${asked}` }),
    };
  }
  const varies = /(^|,)\s*access-control-request-headers\s*(,|$)/i.test(value('vary') ?? '');
  return varies && asked === ''
    ? { kind: 'unknown', because: reason('preflight-may-vary', undefined, evidence) }
    : null;
}
