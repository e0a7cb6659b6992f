import type { Exchange } from '../exchange/types';
import { scriptHeaders } from '../verdict/observed-request';
import type { ReportCall } from './types';

/** What it takes to repeat a call, and to see what its server answered to the preflight. */
export function reportCall(exchange: Exchange): ReportCall {
  const [first] = exchange.hops;
  const { preflight } = first;
  return {
    exchange: exchange.id,
    method: exchange.method,
    url: exchange.url,
    initiatorOrigin: exchange.initiatorOrigin,
    credentials: exchange.credentials.known ? exchange.credentials.value : null,
    headers: scriptHeaders(first),
    preflight:
      preflight === null
        ? null
        : {
            status: preflight.response?.status ?? null,
            duration: preflight.duration,
            headers: preflight.response?.headers ?? [],
          },
  };
}
