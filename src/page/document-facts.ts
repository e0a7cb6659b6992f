import type { AgentPresence } from '../core/exchange/hook-call';
import { boundTo, getOwnPropertyDescriptor, harmless, ownValue, peek } from './natives';

/** ms since `documentStart`, with fractions. */
export const timeNow = boundTo(Performance.prototype.now, performance);

/** When the document began, ms since the epoch. */
export const documentStart: number = performance.timeOrigin;

/** Reads what the getter of the prototype tells of this document. */
function ofDocument(prototype: object, name: string): () => string {
  const getter = getOwnPropertyDescriptor(prototype, name)?.get;
  if (getter === undefined) throw new TypeError(`no getter: ${name}`);
  return boundTo<Document, string>(getter as () => string, document);
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

let agentRuns = false;

/**
 * Whether the RUM agent is there. `dT_.initialized` is a plain property (agents 1.219 to 1.337); before, `dT_` holds its
 * configuration. An agent that runs stays.
 */
export function agentPresence(): AgentPresence {
  if (agentRuns) return 'running';
  const agent = ownValue(globalThis, 'dT_');
  if (typeof agent !== 'object' || agent === null) return 'none';
  agentRuns = harmless(() => peek(agent, 'initialized')) === true;
  return agentRuns ? 'running' : 'starting';
}
