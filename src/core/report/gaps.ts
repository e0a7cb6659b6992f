import type { AgentProfile } from '../agent/profile';
import type { Exchange } from '../exchange/types';
import type { ReasonCode } from '../verdict/reason';
import type { Conclusion, Route } from '../verdict/types';
import type { Gap } from './types';

/** Counts, call by call, what the log does not hold. */
export interface GapCount {
  add(exchange: Exchange, verdicts: Readonly<Record<Route, Conclusion>>): void;
  /** One entry for each kind of gap that there is. */
  gaps(session: { readonly agent: AgentProfile | null; readonly unreadable: number }): Gap[];
}

const unasked: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['preflight-not-seen', 'preflight-may-vary']);

export function createGapCount(): GapCount {
  let calls = 0;
  let withCookies = 0;
  let unaskedPreflights = 0;
  let unanswered = 0;
  let byServiceWorker = 0;
  let byWorker = 0;
  return {
    add(exchange, { header }) {
      calls++;
      if (exchange.cookiesVisible) withCookies++;
      if (header.outcome === 'unknown' && header.reasons.some(({ code }) => unasked.has(code)))
        unaskedPreflights++;
      if (exchange.hops.at(-1)?.response === null && exchange.error === null) unanswered++;
      if (exchange.servedByServiceWorker) byServiceWorker++;
      if (exchange.api === 'worker') byWorker++;
    },
    gaps({ agent, unreadable }) {
      const gaps: Gap[] = [];
      const note = (code: Gap['code'], text: string): void => void gaps.push({ code, text });
      if (agent === null) {
        note(
          'agent-unknown',
          'No RUM agent was seen: the routes are judged as if a current one captured XHR and fetch.',
        );
      } else if (agent.configSource === 'none') {
        note(
          'agent-settings',
          'The agent’s configuration is not in the log: only the running agent could be asked.',
        );
      }
      if (calls > 0 && withCookies === 0) {
        note(
          'cookies',
          'No request shows cookies: the log was sanitised, or there were none. Whether RUM cookies were sent is inferred.',
        );
      }
      if (unaskedPreflights > 0) {
        note(
          'preflights',
          `${plural(unaskedPreflights, 'call')}: no preflight that asks for x-dtc was seen (a cached one does not show).`,
        );
      }
      if (unanswered > 0) note('answers', `${plural(unanswered, 'call')}: no answer was seen.`);
      if (byServiceWorker > 0) {
        note(
          'service-worker',
          `${plural(byServiceWorker, 'call')}: a service worker answered; what it asked the network for may not show.`,
        );
      }
      if (byWorker > 0)
        note(
          'workers',
          `${plural(byWorker, 'call')}: made by a worker, where devtools show only some headers.`,
        );
      if (unreadable > 0)
        note('unreadable', `${plural(unreadable, 'entry', 'entries')} of the log could not be read.`);
      return gaps;
    },
  };
}

function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
