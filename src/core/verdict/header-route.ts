import { headerNames } from '../agent/link-headers';
import type { HeaderSet } from '../agent/link-headers';
import { agentGate } from './agent-gate';
import { catalogue } from './catalogue';
import { rumCookiesRefused } from './cookie-scope';
import type { Decision } from './decision';
import { headerAcceptance } from './header-acceptance';
import type { JudgedCall } from './judged-call';
import { reason, seen } from './reason';
import type { Reason } from './reason';
import { tagCall } from './tagging-step';
import type { TaggingResult } from './tagging-step';
import { failedCall } from './today';
import type { Conclusion } from './types';
import { agentHeadersSeen, rumCookieSent, wireHeader, xDtcOnWire } from './wire-evidence';

/** The header route: the agent adds its headers, and the browser asks the endpoint first. */
export function judgeHeaderRoute(call: JudgedCall, decision: Decision): Conclusion {
  const { exchange, context } = call;
  decision.adds(context.mayAdd);
  if (call.relation === 'same-origin' && !call.failure && sameOriginCookies(call)) {
    const gate = agentGate(exchange, context, decision);
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
  const sentHeaders = agentHeadersSeen(exchange, context.agent);
  const linkedToday = sentHeaders.length > 0;
  if (call.failure && !linkedToday) return failedCall(call, decision);
  const gate = linkedToday ? ({ kind: 'open' } as const) : agentGate(exchange, context, decision);
  if (gate.kind === 'shut') return decision.verdict('unlinked', gate.because);
  const asDeployed = context.deployed === context;
  const tagging = linkedToday && asDeployed ? headersSeen(sentHeaders, decision) : tagCall(call, decision);
  if (tagging.kind === 'not-tagged') return decision.verdict('unlinked', tagging.because);
  const adds = tagging.kind === 'tagged' ? tagging.adds : context.mayAdd;
  decision.adds(adds);
  if (linkedToday && call.failure) return failedCall(call, decision);
  const acceptance = headerAcceptance(call, adds, decision);
  const open = tagging.kind === 'undecided' ? tagging.because : gate.kind === 'unknown' ? gate.because : null;
  if (open) return decision.verdict('unknown', open, acceptance.addsPreflight);
  const sessionless = acceptance.kind === 'links' ? emptySession(call, adds) : null;
  if (sessionless) {
    decision.fail('x-dtc carries a session', sessionless);
    return decision.verdict('unlinked', sessionless, acceptance.addsPreflight);
  }
  return decision.verdict(acceptance.kind, acceptance.because, acceptance.addsPreflight);
}

/** Why `x-dtc`, where it is the only link, has or would have no session in it: the agent builds it from cookies that it cannot set. */
function emptySession({ exchange, context }: JudgedCall, adds: HeaderSet): Reason | null {
  if (adds.includes('tracestate')) return null;
  const xDtc = xDtcOnWire(exchange);
  if (xDtc?.recognised) {
    const saw = wireHeader(exchange.hops[0], 'x-dtc');
    return xDtc.hasSession ? null : reason('empty-session', undefined, seen('x-dtc of the request', saw));
  }
  const refused = rumCookiesRefused(context.agent, exchange.initiatorOrigin);
  return (
    refused &&
    reason('empty-session', `${catalogue['empty-session'].title}: ${refused.text}`, refused.evidence)
  );
}

function sameOriginCookies({ exchange, lastHop, context }: JudgedCall): boolean {
  if (exchange.credentials.known && exchange.credentials.value === 'omit') return false;
  return (
    context.assumed || !exchange.cookiesVisible || rumCookieSent(lastHop, exchange.initiatorOrigin) !== null
  );
}

function headersSeen(adds: HeaderSet, decision: Decision): TaggingResult {
  const names = headerNames(adds);
  decision.pass?.(`The agent adds ${names} to this URL`, {
    subject: names,
    saw: 'on the request, or asked for by its preflight',
    needed: null,
  });
  return { kind: 'tagged', adds };
}
