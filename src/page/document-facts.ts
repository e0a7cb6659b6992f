import type { AgentPresence, HookCall } from '../core/exchange/hook-call';
import { hookLimits } from '../protocol/hook-limits';
import { apply, cut, getterOf, harmless } from './natives';

const documentUrl = getterOf<string>(Document.prototype, 'URL');
const baseUri = getterOf<string>(Node.prototype, 'baseURI');
const cookie = getterOf<string>(Document.prototype, 'cookie');
const now = performance.now;
const { timeOrigin } = performance;
const thisDocument = document;

/** ms since the epoch, with fractions. */
export function timeNow(): number {
  return timeOrigin + (apply(now, performance, []) as number);
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

type AgentGlobal = { dT_?: { initialized?: unknown } | null };

/** Whether the RUM agent is there. `dT_.initialized` is a plain property (agents 1.219 to 1.337); before, `dT_` holds its configuration. */
export function agentPresence(): AgentPresence {
  return (
    harmless((): AgentPresence => {
      const agent = (globalThis as AgentGlobal).dT_;
      if (typeof agent !== 'object' || agent === null) return 'none';
      return agent.initialized === true ? 'running' : 'starting';
    }) ?? 'none'
  );
}

/** What every call is reported with. */
export function surroundings(): Pick<HookCall, 'documentUrl' | 'baseUrl' | 'agent'> {
  return {
    documentUrl: cut(currentUrl(), hookLimits.url),
    baseUrl: cut(currentBase(), hookLimits.url),
    agent: agentPresence(),
  };
}
