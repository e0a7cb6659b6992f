import { alteredBy } from '../exchange/altered-call';
import type { ExchangeHop } from '../exchange/types';
import type { Engine } from '../fetch/types';
import { agentGate } from './agent-gate';
import { addPreflightSteps, addResponseStep, causesText, failureReason } from './cors-steps';
import type { Decision } from './decision';
import { judgeHop, walkHops } from './hop-walk';
import type { HopView } from './hop-walk';
import type { JudgedCall } from './judged-call';
import { requestedHeaderNames } from './observed-request';
import { reason } from './reason';
import type { Reason } from './reason';
import { probedCall } from './probe-answer';
import { tagCall } from './tagging-step';
import { failedCall } from './today';
import type { Conclusion } from './types';
import { catalogue } from './catalogue';
import { rumCookiesRefused } from './cookie-scope';
import { agentTagged, rumCookieSent, wireHeader, xDtcOnWire } from './wire-evidence';
import { withXDtc } from './with-x-dtc';

/** The header route: the agent adds `x-dtc`, and the browser asks the endpoint first. */
export function judgeHeaderRoute(call: JudgedCall, decision: Decision): Conclusion {
  if (call.relation === 'same-origin' && !call.failure && sameOriginCookies(call)) {
    const gate = agentGate(call.exchange, call.context, decision);
    if (gate.kind === 'shut') return decision.verdict('unlinked', gate.because);
    if (gate.kind === 'unknown') return decision.verdict('unknown', gate.because);
    decision.pass?.('Same origin: the RUM cookies go with the request');
    return decision.verdict('links', 'same-origin');
  }
  if (call.request.mode === 'no-cors') {
    decision.fail(
      'The browser lets scripts add headers',
      reason('no-cors', undefined, { subject: 'mode', saw: 'no-cors', needed: 'cors' }),
    );
    return decision.verdict('cannot', 'no-cors');
  }
  const tagsToday = agentTagged(call.exchange);
  if (call.failure && !tagsToday) return failedCall(call, decision);
  const gate = tagsToday ? ({ kind: 'open' } as const) : agentGate(call.exchange, call.context, decision);
  if (gate.kind === 'shut') return decision.verdict('unlinked', gate.because);
  const tagging =
    tagsToday && call.context.page.pattern === null ? tagSeen(decision) : tagCall(call, decision);
  if (tagging.kind === 'not-tagged') return decision.verdict('unlinked', tagging.because);
  if (tagsToday && call.failure) return failedCall(call, decision);
  const acceptance = judgeAcceptance(call, decision);
  const open = tagging.kind === 'undecided' ? tagging.because : gate.kind === 'unknown' ? gate.because : null;
  if (open) return decision.verdict('unknown', open, acceptance.addsPreflight);
  const sessionless = acceptance.kind === 'links' ? emptySession(call) : null;
  if (sessionless) {
    decision.fail('x-dtc carries a session', sessionless);
    return decision.verdict('unlinked', sessionless, acceptance.addsPreflight);
  }
  return decision.verdict(acceptance.kind, acceptance.because, acceptance.addsPreflight);
}

/** Why `x-dtc` has or would have no session in it: the agent builds it from cookies that it cannot set. */
function emptySession({ exchange, context }: JudgedCall): Reason | null {
  const xDtc = xDtcOnWire(exchange);
  if (xDtc?.recognised) {
    const saw = wireHeader(exchange.hops[0], 'x-dtc');
    return xDtc.hasSession
      ? null
      : reason('empty-session', undefined, { subject: 'x-dtc of the request', saw, needed: null });
  }
  const refused = rumCookiesRefused(context.agent, exchange.initiatorOrigin);
  return (
    refused &&
    reason('empty-session', `${catalogue['empty-session'].title}: ${refused.text}`, refused.evidence)
  );
}

function sameOriginCookies({ exchange, lastHop, context }: JudgedCall): boolean {
  if (exchange.credentials.known && exchange.credentials.value === 'omit') return false;
  return context.assumed || !exchange.cookiesVisible || rumCookieSent(lastHop) !== null;
}

function tagSeen(decision: Decision): { readonly kind: 'tagged' } {
  decision.pass?.('The agent adds x-dtc to this URL', {
    subject: 'x-dtc',
    saw: 'on the request, or asked for by its preflight',
    needed: null,
  });
  return { kind: 'tagged' };
}

interface Acceptance {
  readonly kind: 'links' | 'breaks' | 'unknown';
  readonly because: Reason;
  readonly addsPreflight: boolean;
}

/** Whether every hop would still pass with `x-dtc` on the request, from the answers that were seen. */
function judgeAcceptance(call: JudgedCall, decision: Decision): Acceptance {
  const { engine } = call.context.page;
  const tagged = withXDtc(call.request);
  const tagsToday = tagged === call.request;
  let addsPreflight = false;
  let unknown: Reason | null = null;
  let likely: Reason | null = null;
  let asked = false;
  // a trial's own preflight is one that the route adds
  const altered = alteredBy(call.exchange) === 'header';
  const probed = altered || tagsToday ? null : probedCall(call.exchange, call.context.page);
  if (probed) decision.note('The endpoint was asked', probed.because);
  for (const view of walkHops(tagged, probed?.exchange ?? call.exchange, engine)) {
    if (!view.crossOrigin) continue;
    const own = call.views[view.index];
    const adds = (own?.causes.length ?? 0) === 0 && (altered || own?.hop.preflight === null);
    addsPreflight ||= adds;
    asked = true;
    if (adds) decision.note('The browser asks first', addedPreflight(view));
    const judged = judgeTaggedHop(view, tagsToday, decision, engine);
    if (judged.kind === 'fails') return { kind: 'breaks', because: judged.because, addsPreflight };
    if (judged.kind === 'unknown') unknown ??= judged.because;
    if (judged.kind === 'likely') likely ??= judged.because;
  }
  if (unknown) return { kind: 'unknown', because: unknown, addsPreflight };
  const because = likely ?? reason(tagsToday ? 'x-dtc-sent' : asked ? 'header-accepted' : 'header-free');
  return { kind: 'links', because, addsPreflight };
}

function addedPreflight(view: HopView): Reason {
  return reason('adds-preflight', undefined, {
    subject: 'Cause of the preflight',
    saw: causesText(view.causes),
    needed: null,
  });
}

type TaggedHop =
  { readonly kind: 'passes' } | { readonly kind: 'likely' | 'unknown' | 'fails'; readonly because: Reason };

function judgeTaggedHop(view: HopView, tagsToday: boolean, decision: Decision, engine: Engine): TaggedHop {
  const result = judgeHop(view, engine);
  const { preflight } = view.hop;
  if (result.kind === 'fails') {
    const reflected = result.failure.reason === 'acah-lacks-x-dtc' ? reflection(view.hop) : null;
    if (reflected) {
      decision[reflected.kind === 'likely' ? 'note' : 'unknown'](
        'The preflight allows x-dtc',
        reflected.because,
      );
      return reflected;
    }
    if (result.at === 'preflight' && preflight)
      addPreflightSteps(decision, view.request, preflight, result.failure);
    else addResponseStep(decision, view.hop, result.failure);
    return { kind: 'fails', because: failureReason(result.failure) };
  }
  if (preflight) addPreflightSteps(decision, view.request, preflight, null);
  if (view.hop.response) addResponseStep(decision, view.hop, null);
  if (result.kind === 'unasked' && !tagsToday) {
    const because = reason('preflight-not-seen');
    decision.unknown('The preflight allows x-dtc', because);
    return { kind: 'unknown', because };
  }
  if (result.kind === 'unanswered') {
    const because = reason('response-not-seen');
    decision.unknown('The response is readable for the page’s origin', because);
    return { kind: 'unknown', because };
  }
  return { kind: 'passes' };
}

/**
 * A server that answers with just the names that it was asked for most likely reflects them; one that says its answer
 * varies by them, and was asked for none, has not been asked about `x-dtc`.
 */
function reflection(
  hop: ExchangeHop,
): { readonly kind: 'likely' | 'unknown'; readonly because: Reason } | null {
  const answer = hop.preflight?.response;
  if (!answer) return null;
  const value = (name: string): string | null =>
    answer.headers.find(([candidate]) => candidate.toLowerCase() === name)?.[1].trim() ?? null;
  const asked = requestedHeaderNames(hop)?.join(',') ?? '';
  const allowed = value('access-control-allow-headers');
  const evidence = {
    subject: 'Access-Control-Allow-Headers of the preflight',
    saw: allowed,
    needed: 'x-dtc',
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
