import type { Exchange } from '../exchange/types';
import { checkPreflight } from '../fetch/preflight-check';
import type { CorsFailure, CorsRequest, Engine } from '../fetch/types';
import { judgeHop, walkHops } from './hop-walk';

/** How a call failed: the rule, and on which answer it failed. */
export interface CallFailure {
  readonly failure: CorsFailure;
  readonly at: 'request' | 'preflight' | 'response';
  readonly hop: number;
}

/**
 * Whether the call fails as it is made today, and by which rule; `null`: it works. The browser's own word counts, and
 * where its log is silent (Firefox shows a refused response as a plain 200) the rules decide.
 */
export function failureToday(exchange: Exchange, request: CorsRequest, engine: Engine): CallFailure | null {
  const last = exchange.hops.length - 1;
  for (const view of walkHops(request, exchange, engine)) {
    const blocked = blockedBeforeNetwork(view.request, exchange);
    if (blocked) return { failure: blocked, at: 'request', hop: view.index };
    const result = judgeHop(view, engine);
    if (result.kind === 'fails') return { failure: result.failure, at: result.at, hop: view.index };
    if (view.hop.preflight && view.causes.length === 0 && !view.hop.response && view.crossOrigin) {
      // An OPTIONS without a cause that the log can show (an upload listener) that was refused.
      const refused = checkPreflight(
        view.request,
        view.hop.preflight.response ?? { status: 0, headers: [] },
        engine,
      );
      if (!refused.ok) return { failure: refused, at: 'preflight', hop: view.index };
    }
  }
  const answered = exchange.hops[last]?.response ?? null;
  if (exchange.error !== null || (answered === null && exchange.api !== 'beacon')) {
    return {
      failure: {
        ok: false,
        reason: 'network-error',
        detail: exchange.error
          ? `The browser reports ${exchange.error}, and no rule seen here explains it.`
          : 'No answer arrived, and no rule seen here explains it.',
        evidence: { subject: 'Browser’s error', saw: exchange.error, needed: null },
      },
      at: 'response',
      hop: last,
    };
  }
  return null;
}

function blockedBeforeNetwork(request: CorsRequest, exchange: Exchange): CorsFailure | null {
  if (request.mode === 'same-origin' && new URL(request.url).origin !== request.origin) {
    return {
      ok: false,
      reason: 'same-origin-mode',
      detail: `mode: same-origin, but ${request.url} is not of ${request.origin}.`,
      evidence: { subject: 'mode', saw: 'same-origin', needed: 'cors' },
    };
  }
  const answered = exchange.hops.some((hop) => hop.response !== null);
  const insecure = request.url.startsWith('http:') && request.origin.startsWith('https:');
  if (insecure && !answered && !isLoopback(new URL(request.url).hostname)) {
    return {
      ok: false,
      reason: 'mixed-content',
      detail: `${request.origin} may not call ${request.url}.`,
      evidence: { subject: 'URL', saw: request.url, needed: 'an https URL' },
    };
  }
  return null;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127\./.test(host);
}
