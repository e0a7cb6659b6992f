import { isForbiddenMethod, isSafelistedMethod, normalizeMethod } from '../fetch/method';
import type { ReasonCode } from '../verdict/reason';
import type { AgentCall } from './types';
import { parseUrl } from '../site/parse-url';
import { originOf } from './url-candidates';

/** Kinds of call that the agent never touches (recorded, 1.219 to 1.329). */
const untouchedApis: Readonly<Record<Exclude<AgentCall['api'], 'xhr' | 'fetch'>, ReasonCode>> = {
  beacon: 'beacon',
  eventsource: 'eventsource',
  worker: 'worker',
  element: 'element',
};

/** Why the agent does not touch this kind of call at all; `null`: it is XHR or fetch of a window. */
export function untouchedApi({ api }: AgentCall): ReasonCode | null {
  return api === 'xhr' || api === 'fetch' ? null : untouchedApis[api];
}

/**
 * Why no server sees this call, whatever the agent does; `null`: it goes out. `absolute` is its URL as the browser resolves it.
 */
export function neverSent(call: AgentCall, absolute: string | null): ReasonCode | null {
  if (absolute === null) return 'url-refused';
  const method = normalizeMethod(call.method ?? 'GET');
  if (isForbiddenMethod(method)) return 'forbidden-method';
  if (!/^https?:/.test(absolute)) return /^(?:data|blob):/.test(absolute) ? 'data-url' : 'url-refused';
  if (call.api === 'fetch') {
    if (call.mode === 'no-cors' && !isSafelistedMethod(method)) return 'no-cors-method';
    if (/^https?:\/\/[^/?#]*@/.test(absolute)) return 'url-refused';
    if (call.mode === 'same-origin' && originOf(absolute) !== pageOrigin(call)) return 'same-origin-mode';
  }
  return null;
}

/** The browser sends this call to another origin than the page's. */
export function leavesOrigin(call: AgentCall, absolute: string): boolean {
  return originOf(absolute) !== pageOrigin(call);
}

function pageOrigin({ page }: AgentCall): string {
  return parseUrl(page)?.origin ?? 'null';
}
