import { classicSet } from '../agent/link-headers';
import type { HeaderSet } from '../agent/link-headers';
import type { Exchange } from '../exchange/types';
import type { Engine } from '../fetch/types';
import { judgeHop, walkHops } from '../verdict/hop-walk';
import type { HopView } from '../verdict/hop-walk';
import { observedRequest } from '../verdict/observed-request';
import { withHeaders } from '../verdict/with-headers';
import type { ReportCall } from './types';

/**
 * The request of a call that decides about the header route, as it takes to repeat it: the first one whose server would
 * not let the agent's headers pass, or was not asked; else the first that goes cross-origin.
 *
 * @param adds what the agent adds on that route
 */
export function reportCall(
  exchange: Exchange,
  engine: Engine = 'standard',
  adds: HeaderSet = classicSet,
): ReportCall {
  const index = decisiveView(exchange, engine, adds)?.index ?? 0;
  const { request, hop } = walkHops(observedRequest(exchange), exchange, engine)[index] ?? {
    request: observedRequest(exchange),
    hop: exchange.hops[0],
  };
  const { preflight } = hop;
  return {
    exchange: exchange.id,
    method: request.method,
    url: hop.url,
    initiatorOrigin: request.origin,
    credentials: exchange.credentials.known ? exchange.credentials.value : null,
    headers: request.headers,
    adds,
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

function decisiveView(exchange: Exchange, engine: Engine, adds: HeaderSet): HopView | undefined {
  const tagged = withHeaders(observedRequest(exchange), adds);
  const crossOrigin = walkHops(tagged, exchange, engine).filter((view) => view.crossOrigin);
  return crossOrigin.find((view) => judgeHop(view, engine).kind !== 'passes') ?? crossOrigin[0];
}
