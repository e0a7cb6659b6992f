import type { AgentPresence } from '../core/exchange/hook-call';
import { accessorOf, boundTo, harmless, ownValue, peek } from './natives';

/** ms since `documentStart`, with fractions. */
export const timeNow = boundTo(Performance.prototype.now, performance);

/** When the document began, ms since the epoch. */
export const documentStart: number = performance.timeOrigin;

/** Reads what the getter of the prototype tells of this document. */
function ofDocument(prototype: object, name: string): () => string {
  return boundTo<object, string>(accessorOf(prototype, name), document);
}

/** URL of the document, as it is now. */
export const currentUrl = ofDocument(Document.prototype, 'URL');

/** What relative URLs resolve against. */
export const currentBase = ofDocument(Node.prototype, 'baseURI');

const cookie = ofDocument(Document.prototype, 'cookie');

/** The cookies that scripts can read; empty in a document that has none. */
export function readableCookies(): string {
  return harmless(cookie) ?? '';
}

let presence: AgentPresence = 'none';
let askedAt = -1;

function isThere(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/**
 * Whether the RUM agent is there, at a time of `timeNow`; asked once in a millisecond. `dT_.initialized` is a plain property
 * (agents 1.219 to 1.337); before, `dT_` holds its configuration. An agent that runs stays. `DT_RUM` is the New RUM Experience's
 * (1.337); beside it a `dT_` that has not started says nothing, since it may be there for its configuration alone.
 */
export function agentPresence(at: number): AgentPresence {
  if (presence === 'running' || at - askedAt < 1) return presence;
  askedAt = at;
  const agent = ownValue(globalThis, 'dT_');
  if (isThere(agent) && harmless(() => peek(agent, 'initialized')) === true) return (presence = 'running');
  if (isThere(ownValue(globalThis, 'DT_RUM'))) return (presence = 'new-rum');
  return (presence = isThere(agent) ? 'starting' : 'none');
}
