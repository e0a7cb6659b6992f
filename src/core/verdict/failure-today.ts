import type { Exchange } from '../exchange/types';
import { checkAdmission } from '../fetch/admission';
import { explainTaint } from '../fetch/explain-taint';
import { redirectLocation } from '../fetch/redirect-location';
import { checkPreflight } from '../fetch/preflight-check';
import { checkRedirectTarget } from '../fetch/redirect-target';
import { redirectedRequest } from '../fetch/redirected-request';
import type { CorsFailure, CorsRequest, Engine } from '../fetch/types';
import { judgeHop, walkHops } from './hop-walk';
import type { HopView } from './hop-walk';
import { seen } from './reason';

/** How a call failed: the rule, and on which answer it failed. */
export interface CallFailure {
  readonly failure: CorsFailure;
  readonly at: 'request' | 'preflight' | 'response';
  readonly hop: number;
}

/**
 * Whether the call fails as it is made today, and by which rule; `null`: it works. The browser's own word counts, and
 * where its log is silent (Firefox shows a refused response as a plain 200) the rules decide.
 *
 * @param views the request's hops where they were walked already
 */
export function failureToday(
  exchange: Exchange,
  request: CorsRequest,
  engine: Engine,
  views: readonly HopView[] = walkHops(request, exchange, engine),
): CallFailure | null {
  for (const view of views) {
    const failed = failedHop(view, exchange, request, engine);
    if (failed) return { ...failed, hop: view.index };
  }
  const last = exchange.hops.length - 1;
  const answered = exchange.hops[last]?.response ?? null;
  if (answered !== null && isAbort(exchange.error)) return null;
  const credentialed = exchange.error === null ? null : failedCredentialed(exchange, request, engine);
  if (credentialed) return credentialed;
  if (exchange.error === null && answered !== null) return null;
  if (exchange.error === 'net::ERR_TOO_MANY_REDIRECTS') {
    const evidence = { subject: 'Browser’s error', saw: exchange.error, needed: 'at most 20 redirects' };
    const detail = `${exchange.url} redirects more than 20 times.`;
    return {
      failure: { ok: false, reason: 'too-many-redirects', detail, evidence },
      at: 'response',
      hop: last,
    };
  }
  const detail = exchange.error
    ? `The browser reports ${exchange.error}, and no rule seen here explains it.`
    : 'No answer arrived, and no rule seen here explains it.';
  const evidence = seen('Browser’s error', exchange.error);
  return { failure: { ok: false, reason: 'network-error', detail, evidence }, at: 'response', hop: last };
}

/**
 * A call that the browser refused although the answers suit an uncredentialed one was credentialed, if that explains it:
 * a refused request shows no cookies in the log. Chromium's other errors are not of CORS.
 */
function failedCredentialed(exchange: Exchange, request: CorsRequest, engine: Engine): CallFailure | null {
  const { error } = exchange;
  if (exchange.credentials.known || (error?.startsWith('net::') && error !== 'net::ERR_FAILED')) return null;
  for (const view of walkHops({ ...request, credentials: 'include' }, exchange, engine)) {
    const result = judgeHop(view, engine);
    if (result.kind === 'fails') return { failure: result.failure, at: result.at, hop: view.index };
  }
  return null;
}

function failedHop(
  view: HopView,
  exchange: Exchange,
  request: CorsRequest,
  engine: Engine,
): Omit<CallFailure, 'hop'> | null {
  const { hop } = view;
  const admission =
    hop.response || hop.preflight ? ({ ok: true } as const) : checkAdmission(view.request, request.origin);
  if (!admission.ok) return { failure: admission, at: 'request' };
  const result = judgeHop(view, engine);
  if (result.kind === 'fails') {
    return { failure: explainTaint(result.failure, view.request, request), at: result.at };
  }
  const refused = refusedPreflight(view, engine);
  if (refused) return { failure: refused, at: 'preflight' };
  const target =
    exchange.hops[view.index + 1]?.url ?? (hop.response && redirectLocation(hop.url, hop.response));
  if (!hop.response || !target) return null;
  const { status } = hop.response;
  const followed = checkRedirectTarget(view.request, status, target, view.index, engine);
  if (!followed.ok) return { failure: followed, at: 'response' };
  if (exchange.hops.length > view.index + 1 || exchange.error === null) return null;
  const unsent = checkAdmission(redirectedRequest(view.request, status, target, engine), request.origin);
  return unsent.ok ? null : { failure: unsent, at: 'response' };
}

/** An OPTIONS was refused whose cause the log cannot show, such as an upload listener. */
function refusedPreflight(
  { hop, causes, crossOrigin, request }: HopView,
  engine: Engine,
): CorsFailure | null {
  if (!hop.preflight || hop.response || !crossOrigin || causes.length > 0) return null;
  const result = checkPreflight(request, hop.preflight.response ?? { status: 0, headers: [] }, engine);
  return result.ok ? null : result;
}

/** The page lost interest after the answer had come (Chromium: a body that nobody reads, an EventSource that is closed). */
function isAbort(error: string | null): boolean {
  return error === 'net::ERR_ABORTED';
}
