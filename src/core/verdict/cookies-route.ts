import { headerNames } from '../agent/link-headers';
import { sharedCookieDomain } from '../site/cookie-domain';
import { hostOf } from '../site/host';
import { originOf } from '../site/origin';
import { originRelation, siteHost } from '../site/origin-relation';
import { registrableDomain } from '../site/registrable-domain';
import { agentGate } from './agent-gate';
import { rumCookieScope } from './cookie-scope';
import { addPreflightSteps, addResponseStep, failureReason } from './cors-steps';
import type { Decision } from './decision';
import { judgeHop, walkHops } from './hop-walk';
import type { JudgedCall } from './judged-call';
import { ownPreflight } from './own-preflight';
import type { ProbedCall } from './probe-answer';
import { reason, seen } from './reason';
import type { Reason } from './reason';
import { failedCall } from './today';
import type { Conclusion } from './types';
import { rumCookieSent } from './wire-evidence';

/** The cookie route: the same call made credentialed, so that the RUM cookies go with it. */
export function judgeCookiesRoute(call: JudgedCall, decision: Decision): Conclusion {
  if (call.relation === 'same-origin') return judgeSameOrigin(call, decision);
  const apart = sitesApart(call);
  if (apart) {
    decision.fail('Page and endpoint are of one site', apart);
    return decision.verdict('cannot', apart);
  }
  decision.pass?.('Page and endpoint are of one site', {
    subject: 'Registrable domain',
    saw: registrableDomain(hostOf(call.lastHop.url)),
    needed: registrableDomain(hostOf(call.exchange.initiatorOrigin)),
  });
  if (call.failure) return failedCall(call, decision);
  const acceptance = judgeAcceptance(call, decision);
  if (acceptance.kind === 'fails') return decision.verdict('breaks', acceptance.because);
  const gate = agentGate(call.exchange, call.context, decision);
  if (gate.kind === 'shut') return decision.verdict('unlinked', gate.because);
  const missing = cookiesMissing(call, decision);
  if (missing) return decision.verdict(missing.outcome, missing.because);
  if (acceptance.kind === 'unknown') return decision.verdict('unknown', acceptance.because);
  if (gate.kind === 'unknown') return decision.verdict('unknown', gate.because);
  return decision.verdict(
    'links',
    rumCookieSent(call.lastHop, call.exchange.initiatorOrigin) ? 'cookies-sent' : 'cookies-would-be-sent',
  );
}

function judgeSameOrigin(call: JudgedCall, decision: Decision): Conclusion {
  if (call.failure) return failedCall(call, decision);
  const gate = agentGate(call.exchange, call.context, decision);
  if (gate.kind === 'shut') return decision.verdict('unlinked', gate.because);
  const { credentials, cookiesVisible } = call.exchange;
  if (credentials.known && credentials.value === 'omit') {
    const omit = reason('credentials-omit', undefined, {
      subject: 'credentials',
      saw: 'omit',
      needed: 'same-origin',
    });
    decision.fail('The call is credentialed', omit);
    return decision.verdict('unlinked', omit);
  }
  if (
    !call.context.assumed &&
    cookiesVisible &&
    rumCookieSent(call.lastHop, call.exchange.initiatorOrigin) === null
  ) {
    const evidence = { subject: 'Cookie header of the request', saw: 'no dtCookie', needed: 'dtCookie' };
    const missing = reason('rum-cookies-not-sent', undefined, evidence);
    decision.fail('The RUM cookies went with the request', missing);
    return decision.verdict('unlinked', missing);
  }
  decision.pass?.('Same origin: the RUM cookies go with the request');
  return gate.kind === 'unknown'
    ? decision.verdict('unknown', gate.because)
    : decision.verdict('links', 'same-origin');
}

/** Why no cookie can cover both hosts in this engine; `null`: one can. */
function sitesApart({ exchange, lastHop, context }: JudgedCall): Reason | null {
  const { initiatorOrigin } = exchange;
  if (originRelation(initiatorOrigin, lastHop.url, context.page.engine) !== 'cross-site') return null;
  const opaque = initiatorOrigin === 'null';
  const evidence = {
    subject: 'Site of the endpoint',
    saw: schemefulSite(lastHop.url),
    needed: opaque ? 'a page whose origin is not opaque' : schemefulSite(initiatorOrigin),
  };
  const sharesDomain = !opaque && sharedCookieDomain(hostOf(initiatorOrigin), hostOf(lastHop.url)) !== null;
  return reason(sharesDomain ? 'scheme-differs' : 'cross-site', undefined, evidence);
}

function schemefulSite(url: string): string {
  const origin = originOf(url);
  return origin === null ? url : `${origin.scheme}://${siteHost(origin)}`;
}

type Acceptance =
  | { readonly kind: 'accepts' }
  | { readonly kind: 'fails'; readonly because: Reason }
  | { readonly kind: 'unknown'; readonly because: Reason };

const unseenText =
  'The preflight of this call was not seen, so its answer to a credentialed call is not known.';

const keptText =
  'The server confirmed an answer that the browser had kept; whether that one allows credentials is not in the log.';
const filteredText =
  'A service worker passed the answer on; whether the server allows credentials is not among the headers that this shows.';
const seenStatus304 = seen('Status', '304');

/** What the browser let pass today it lets pass again. */
function isCredentialed({ request }: JudgedCall): boolean {
  return request.credentials === 'include';
}

/** Whether the answers that were seen would also pass on a credentialed call (Fetch, CORS check with credentials). */
function judgeAcceptance(call: JudgedCall, decision: Decision): Acceptance {
  const { page } = call.context;
  let unseen: Reason | null = null;
  const own = ownPreflight(call.exchange, call.request, page);
  if (own?.kind === 'told') {
    decision.note('The endpoint was asked', probedForCookies(own.call));
  }
  const answers = own?.kind === 'told' ? own.call.exchange : call.exchange;
  for (const view of walkHops({ ...call.request, credentials: 'include' }, answers, page.engine)) {
    if (!view.crossOrigin || view.request.mode === 'no-cors') continue;
    const result = judgeHop(view, page.engine);
    const failure = result.kind === 'fails' ? result.failure : null;
    const atPreflight = result.kind === 'fails' && result.at === 'preflight';
    if (view.causes.length > 0 && view.hop.preflight) {
      addPreflightSteps(decision, view.request, view.hop.preflight, atPreflight ? failure : null);
    }
    if (result.kind === 'passes' && result.unseenHeaders && !isCredentialed(call)) {
      unseen = view.headersFiltered
        ? reason('response-not-seen', filteredText)
        : reason('response-not-seen', keptText, seenStatus304);
      decision.unknown('The response is readable for the page’s origin', unseen);
      continue;
    }
    if (view.hop.response && !atPreflight) addResponseStep(decision, view.hop, failure);
    if (failure) return { kind: 'fails', because: failureReason(failure) };
    if (result.kind === 'unasked') {
      unseen = own?.kind === 'refused' ? own.because : reason('preflight-not-seen', unseenText);
      decision.unknown('The preflight allows a credentialed call', unseen);
    }
    // only the answer to what a trial made of it was seen, if any
    if (result.kind === 'unanswered' && view.causes.length === 0) {
      unseen = reason('altered-by-trial');
      decision.unknown('The response is readable for the page’s origin', unseen);
    }
  }
  return unseen ? { kind: 'unknown', because: unseen } : { kind: 'accepts' };
}

/** The probe as it bears on this route: one answer is to both questions, read once without and once with credentials. */
function probedForCookies({ adds, because: { code, evidence } }: ProbedCall): Reason {
  const text = `Probed about ${headerNames(adds)}: the answer also tells what a credentialed call needs`;
  return reason(code, text, evidence);
}

/** Why the RUM cookies would not go with a credentialed call; what went over the wire beats what is predicted. */
function cookiesMissing(
  call: JudgedCall,
  decision: Decision,
): { outcome: 'unlinked' | 'unknown'; because: Reason } | null {
  const rule = 'The RUM cookies cover the endpoint';
  const sent = rumCookieSent(call.lastHop, call.exchange.initiatorOrigin);
  if (sent) {
    decision.pass?.(rule, { subject: 'Cookie header of the request', saw: sent, needed: 'dtCookie' });
    return null;
  }
  const scope = rumCookieScope(call);
  if (scope.kind === 'lacks') {
    decision.fail(rule, scope.because);
    return { outcome: 'unlinked', because: scope.because };
  }
  if (scope.kind === 'unknown') {
    decision.unknown(rule, scope.because);
    return { outcome: 'unknown', because: scope.because };
  }
  const { credentials, cookiesVisible } = call.exchange;
  if (credentials.known && credentials.value === 'include' && cookiesVisible && !call.context.assumed) {
    const evidence = { subject: 'Cookie header of the request', saw: 'no dtCookie', needed: 'dtCookie' };
    const missing = reason('rum-cookies-not-sent', undefined, evidence);
    decision.fail(rule, missing);
    return { outcome: 'unlinked', because: missing };
  }
  decision.pass?.(rule, scope.evidence);
  return null;
}
