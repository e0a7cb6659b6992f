import type { AgentPresence } from '../core/exchange/hook-call';
import { getOwnPropertyDescriptor, getterOf, harmless, peek, uncurried } from './natives';

const documentUrl = getterOf<string>(Document.prototype, 'URL');
const baseUri = getterOf<string>(Node.prototype, 'baseURI');
const cookie = getterOf<string>(Document.prototype, 'cookie');
const now = uncurried(Performance.prototype.now);
const clock = performance;
const { timeOrigin } = performance;
const thisDocument = document;

/** ms since the epoch, with fractions. */
export function timeNow(): number {
  return timeOrigin + now(clock);
}

/** When the document began, ms since the epoch. */
export const documentStart: number = timeOrigin;

/** URL of the document, as it is now. */
export function currentUrl(): string {
  return documentUrl(thisDocument);
}

/** What relative URLs resolve against. */
export function currentBase(): string {
  return baseUri(thisDocument);
}

/** The cookies that scripts can read; empty in a document that has none. */
export function readableCookies(): string {
  return harmless(() => cookie(thisDocument)) ?? '';
}

let agentRuns = false;

/**
 * Whether the RUM agent is there. `dT_.initialized` is a plain property (agents 1.219 to 1.337); before, `dT_` holds its
 * configuration. An agent that runs stays.
 */
export function agentPresence(): AgentPresence {
  return agentRuns ? 'running' : (harmless(readPresence) ?? 'none');
}

function readPresence(): AgentPresence {
  const agent = getOwnPropertyDescriptor(globalThis, 'dT_')?.value as unknown;
  if (typeof agent !== 'object' || agent === null) return 'none';
  agentRuns = peek(agent, 'initialized') === true;
  return agentRuns ? 'running' : 'starting';
}
