import type { HookCall, HookHeader } from '../core/exchange/hook-call';
import { hookLimits } from '../protocol/hook-limits';
import type { Chain } from './chain';
import { append, cut, lowerCase } from './natives';

/** A header as the script gave it. */
export interface ObservedHeader {
  readonly name: string;
  readonly value: string;
}

/**
 * A call as it is noted while the page waits: everything that the page could change afterwards is copied, everything else is
 * left for `reportOf`.
 */
export interface ObservedCall extends Omit<HookCall, 'n' | 'headers'> {
  readonly headers: Chain<ObservedHeader>;
}

/** Headers whose values tell about linking and preflights; the values of others are nobody's business. */
const telling: Readonly<Record<string, true>> = {
  __proto__: null,
  'x-dtc': true,
  'x-dtpc': true,
  'x-dtreferer': true,
  'x-host': true,
  traceparent: true,
  tracestate: true,
  accept: true,
  'accept-language': true,
  'content-language': true,
  'content-type': true,
  range: true,
} as unknown as Readonly<Record<string, true>>;

/** What is told of a call: within the limits, and without the values that are nobody's business. */
export function reportOf(call: ObservedCall, n: number): HookCall {
  const headers: HookHeader[] = [];
  for (let link = call.headers.first; link !== null; link = link.next) {
    append(headers, reportedHeader(link.value));
  }
  return {
    ...call,
    n,
    url: cut(call.url, hookLimits.url),
    method: cut(call.method, hookLimits.name),
    headers,
    documentUrl: cut(call.documentUrl, hookLimits.url),
    baseUrl: cut(call.baseUrl, hookLimits.url),
  };
}

function reportedHeader({ name, value }: ObservedHeader): HookHeader {
  const isTold = telling[lowerCase(name)] === true;
  return { name: cut(name, hookLimits.name), value: isTold ? cut(value, hookLimits.value) : null };
}
