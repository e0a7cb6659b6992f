import type { Exchange } from '../exchange/types';
import type { ReasonCode } from './reason';

/** Kinds of exchange that can carry no context of a user action, whatever page, agent and server do. */
const never: Partial<Record<Exchange['api'], ReasonCode>> = {
  preflight: 'preflight-never-links',
  beacon: 'beacon',
  worker: 'worker',
  eventsource: 'eventsource',
  'agent-beacon': 'agent-beacon',
};

/** Why no route can link this exchange; `null`: a route might. */
export function neverLinks(exchange: Exchange): ReasonCode | null {
  if (exchange.servedByServiceWorker) return 'service-worker-answer';
  if (/^(data|blob):/i.test(exchange.url)) return 'data-url';
  return never[exchange.api] ?? null;
}
