import { parsePageContext } from '../core/agent/page-context';
import { parseCookiePairs, parseSessionCookie, rumCookieNames } from '../core/agent/rum-cookies';
import { traceContextValues, type TraceContextIds } from '../core/agent/trace-context-values';
import { formatXDtc } from '../core/agent/x-dtc';
import type { LinkHeader } from '../core/agent/link-headers';
import type { HookTrialEffect } from '../core/exchange/hook-call';
import type { TrialValue } from '../protocol/trial';
import { currentUrl, readableCookies } from './document-facts';
import { append, randomHex } from './natives';

/** A header that a trial sets. */
export type TrialHeader = readonly [name: LinkHeader, value: string];

/** What a call has of a header before the trial; `null`: nothing. */
export type OwnHeader = (name: LinkHeader) => string | null;

/** The headers that are to be set on a call that is made now, as the agent would; or why there are none. */
export function trialHeaders(value: TrialValue, own: OwnHeader): readonly TrialHeader[] | HookTrialEffect {
  if (value.kind !== 'trace-context') {
    return own('x-dtc') === null ? [['x-dtc', xDtcOf(value)]] : { kind: 'already' };
  }
  const set = traceContextValues(
    idsOf(value),
    { traceparent: own('traceparent'), tracestate: own('tracestate') },
    { trace: randomHex(16), span: randomHex(8) },
  );
  if (typeof set !== 'string') return set;
  if (set === 'already') return { kind: set };
  return {
    kind: 'not-possible',
    why:
      set === 'invalid'
        ? 'The page’s own traceparent is malformed: the agent adds nothing beside it.'
        : 'The agent’s entry of tracestate would be too long.',
  };
}

/** What is told of the headers that were set. */
export function headersAdded(added: readonly TrialHeader[]): HookTrialEffect {
  const headers: LinkHeader[] = [];
  for (let index = 0; index < added.length; index++) append(headers, (added[index] as TrialHeader)[0]);
  return { kind: 'header-added', headers };
}

/** From the cookies of this moment; outside of the agent no user action is open. */
function xDtcOf(value: Exclude<TrialValue, { kind: 'trace-context' }>): string {
  if (value.kind === 'synthetic') return value.value;
  const { postfix, application, fallback } = value;
  const cookies = parseCookiePairs(readableCookies());
  if (parseSessionCookie(cookies[rumCookieNames(postfix).session] ?? '') === null) return fallback;
  return formatXDtc({ cookies, postfix, application, actionUrl: currentUrl(), version: null });
}

/** The session of `tracestate` has the form of the visit in `dtPC`; where the agent takes it from is not recorded. */
function idsOf(value: Extract<TrialValue, { kind: 'trace-context' }>): TraceContextIds {
  if (value.postfix === null) return value;
  const cookies = parseCookiePairs(readableCookies());
  const names = rumCookieNames(value.postfix);
  const visitor = cookies[names.visitor];
  const session = parsePageContext(cookies[names.pageContext] ?? '')?.visit;
  return visitor && session ? { ...value, visitor, session } : value;
}
