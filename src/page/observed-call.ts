import type { HookCall, HookHeader } from '../core/exchange/hook-call';
import { hookLimits } from '../protocol/hook-limits';
import { textOf } from './describe-value';
import { documentStart } from './document-facts';
import { append, cut, harmless, lowerCase, normalMethod } from './natives';
import type { Member } from './members';

/** What is told of a call's arguments; limits and the method's normal form come later. */
export interface CallFacts extends Omit<
  HookCall,
  'n' | 'at' | 'headers' | 'documentUrl' | 'baseUrl' | 'agent' | 'trial'
> {
  readonly headers: Member | null;
}

/**
 * A call as it is noted while the page waits: everything that the page could change afterwards is copied, everything else is
 * left for `reportOf`.
 */
export interface ObservedCall extends Pick<HookCall, 'documentUrl' | 'baseUrl' | 'agent' | 'trial'> {
  /** ms since the document began */
  readonly at: number;
  /** `null`: its URL is an object whose own code would have to run to tell. */
  readonly facts: () => CallFacts | null;
  /** The one that was made next. */
  next: ObservedCall | null;
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
export function reportOf(call: ObservedCall, n: number): HookCall | null {
  // a trap of a Proxy that the page passed may throw
  const facts = harmless(call.facts);
  if (!facts) return null;
  return {
    ...facts,
    n,
    at: documentStart + call.at,
    url: cut(facts.url, hookLimits.url),
    method: cut(normalMethod(facts.method), hookLimits.name),
    headers: reportedHeaders(facts.headers),
    documentUrl: cut(call.documentUrl, hookLimits.url),
    baseUrl: cut(call.baseUrl, hookLimits.url),
    agent: call.agent,
    trial: call.trial,
  };
}

function reportedHeaders(given: Member | null): HookHeader[] {
  const headers: HookHeader[] = [];
  for (let header = given; header !== null && headers.length < hookLimits.headers; header = header.next) {
    const name = textOf(header.name);
    const value = textOf(header.value);
    if (name === null || value === null) continue;
    const isTold = telling[lowerCase(name)] === true;
    append(headers, {
      name: cut(name, hookLimits.name),
      value: isTold ? cut(value, hookLimits.value) : null,
    });
  }
  return headers;
}
