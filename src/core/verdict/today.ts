import { headerNames } from '../agent/link-headers';
import type { HeaderSet } from '../agent/link-headers';
import { alteredBy } from '../exchange/altered-call';
import type { Decision } from './decision';
import { agentGate } from './agent-gate';
import type { Gate } from './agent-gate';
import { failureReason } from './cors-steps';
import type { JudgedCall } from './judged-call';
import { reason, seen } from './reason';
import type { Reason } from './reason';
import { tagCall } from './tagging-step';
import type { Conclusion } from './types';
import { agentHeadersSeen, rumCookieSent, sessionCookieSent, wireHeader, xDtcOnWire } from './wire-evidence';

/** Today: what the call carries as page and agent behave now, judged from what went over the wire. */
export function judgeToday(call: JudgedCall, decision: Decision): Conclusion {
  if (alteredBy(call.exchange) !== null) {
    decision.unknown('The call is the page’s own', reason('altered-by-trial'));
    return decision.verdict('unknown', 'altered-by-trial');
  }
  if (call.failure) return failedCall(call, decision);
  decision.pass?.(
    'The call works today',
    seen('Status', call.lastHop.response ? String(call.lastHop.response.status) : null),
  );
  const tagged = judgeHeadersOnWire(call, decision);
  if (tagged) return tagged;
  if (call.context.assumed) {
    decision.fail('A RUM agent is on the page', reason('no-agent'));
    return decision.verdict('unlinked', 'no-agent');
  }
  const gate = agentGate(call.exchange, call.context, decision);
  if (gate.kind === 'shut') return decision.verdict('unlinked', gate.because);
  return judgeCookiesOnWire(call, decision, gate);
}

/** A call that fails is unlinked, with the rule that failed; which one, the log or a probe tells. */
export function failedCall(call: JudgedCall, decision: Decision): Conclusion {
  if (!call.failure) throw new Error('failedCall needs a failed call');
  const because = failureReason(call.failure.failure);
  if (call.failureProbed) decision.note('The endpoint was asked', call.failureProbed);
  decision.fail('The call works today', because);
  const fails = reason(
    'call-fails',
    `The call fails today${call.failureProbed ? ', as a probe explains' : ''}: ${because.text}`,
    because.evidence,
  );
  return decision.verdict('unlinked', fails);
}

/** What the agent put on the request; a trace context of the page's own is none. */
function judgeHeadersOnWire(call: JudgedCall, decision: Decision): Conclusion | null {
  const { exchange, context } = call;
  const xDtc = xDtcOnWire(exchange);
  const traced = agentHeadersSeen(exchange, context.agent).includes('tracestate');
  if (traced && !(xDtc?.recognised && xDtc.hasSession)) {
    const saw = wireHeader(exchange.hops[0], 'traceparent');
    const evidence = seen('traceparent of the request', saw);
    return decision.verdict('links', reason('trace-context-sent', undefined, evidence));
  }
  if (xDtc === null) return null;
  const evidence = {
    subject: 'x-dtc of the request',
    saw: wireHeader(exchange.hops[0], 'x-dtc'),
    needed: null,
  };
  if (!xDtc.recognised) {
    decision.fail('x-dtc is the agent’s', reason('script-x-dtc', undefined, evidence));
    return decision.verdict('unlinked', 'script-x-dtc');
  }
  if (!xDtc.hasSession) {
    decision.fail('x-dtc carries a session', reason('empty-session', undefined, evidence));
    return decision.verdict('unlinked', 'empty-session');
  }
  if (!xDtc.hasAction) decision.note('A user action was open', reason('no-action', undefined, evidence));
  return decision.verdict('links', reason('x-dtc-sent', undefined, evidence));
}

const foreignText = 'The dtCookie that was sent is of the endpoint’s own site, not of the page';

function judgeCookiesOnWire(call: JudgedCall, decision: Decision, gate: Gate): Conclusion {
  const { exchange, lastHop, relation } = call;
  const cookie = rumCookieSent(lastHop, exchange.initiatorOrigin);
  const foreign = cookie === null ? sessionCookieSent(lastHop) : null;
  const credentials = exchange.credentials.known ? exchange.credentials.value : null;
  const sameOrigin = relation === 'same-origin';
  const evidence = {
    subject: 'Cookie header of the request',
    saw: cookie ?? foreign ?? (exchange.cookiesVisible ? 'no dtCookie' : 'cookies are not in this log'),
    needed: foreign === null ? 'dtCookie' : 'dtCookie of the page’s site',
  };
  const carried = cookie !== null || (sameOrigin && !exchange.cookiesVisible && credentials !== 'omit');
  if (carried) {
    decision.pass?.('The RUM cookies went with the request', evidence);
    const links = sameOrigin
      ? reason('same-origin', undefined, evidence)
      : reason('cookies-sent', undefined, evidence);
    if (gate.kind === 'unknown') return decision.verdict('unknown', gate.because);
    return decision.verdict('links', links);
  }
  if (credentials === 'omit') {
    const omit = reason('credentials-omit', undefined, {
      subject: 'credentials',
      saw: 'omit',
      needed: 'same-origin',
    });
    decision.fail('The RUM cookies went with the request', omit);
    return decision.verdict('unlinked', omit);
  }
  if (sameOrigin || credentials === 'include') {
    const missing = reason('rum-cookies-not-sent', foreign === null ? undefined : foreignText, evidence);
    decision.fail('The RUM cookies went with the request', missing);
    return decision.verdict('unlinked', missing);
  }
  decision.fail(
    'The RUM cookies went with the request',
    reason('cross-origin-uncredentialed', undefined, evidence),
  );
  const leaked = wireHeader(exchange.hops[0], 'x-dtpc');
  if (leaked !== null) {
    const leak = seen('x-dtpc of the request', leaked);
    decision.note('x-dtpc stays on its own origin', reason('page-context-leak', undefined, leak));
  }
  const tagging = tagCall({ context: call.context.deployed, taggings: call.taggings }, decision);
  if (tagging.kind === 'tagged') {
    decision.fail('The agent’s headers are on the request', notOnWire(tagging.adds));
  }
  return decision.verdict('unlinked', 'cross-origin-uncredentialed');
}

function notOnWire(adds: HeaderSet): Reason {
  const code = adds.includes('x-dtc') ? 'x-dtc-missing' : 'trace-context-missing';
  const needed = headerNames(adds);
  return reason(code, undefined, { subject: 'Headers of the request', saw: null, needed });
}
