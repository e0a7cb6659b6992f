import type { HookCall, HookHeader } from '../core/exchange/hook-call';
import { hookLimits } from '../protocol/hook-limits';
import type { Chain, Linked } from './chain';
import { documentStart } from './document-facts';
import { append, cut, lowerCase, normalMethod } from './natives';

/** A header as the script gave it. */
export interface ObservedHeader extends Linked<ObservedHeader> {
  readonly name: string;
  readonly value: string;
}

/**
 * A call as it is noted while the page waits: everything that the page could change afterwards is copied, everything else is
 * left for `reportOf`.
 */
export interface ObservedCall extends Omit<HookCall, 'n' | 'headers'>, Linked<ObservedCall> {
  /** As the script gave it. */
  readonly method: string;
  /** ms since the document began */
  readonly at: number;
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
  for (let header = call.headers.first; header !== null; header = header.next) {
    append(headers, reportedHeader(header));
  }
  const { next: _, ...facts } = call;
  return {
    ...facts,
    n,
    at: documentStart + call.at,
    url: cut(call.url, hookLimits.url),
    method: cut(normalMethod(call.method), hookLimits.name),
    headers,
    documentUrl: cut(call.documentUrl, hookLimits.url),
    baseUrl: cut(call.baseUrl, hookLimits.url),
  };
}

function reportedHeader({ name, value }: ObservedHeader): HookHeader {
  const isTold = telling[lowerCase(name)] === true;
  return { name: cut(name, hookLimits.name), value: isTold ? cut(value, hookLimits.value) : null };
}
