import type { AgentCall } from '../agent/types';
import type { Exchange } from '../exchange/types';

/** The exchange as the agent saw the call; where the log is silent, the plainest form of a call is taken. */
export function agentCallOf(exchange: Exchange): AgentCall {
  return {
    api: exchange.api === 'fetch' ? 'fetch' : 'xhr',
    url: exchange.rawUrl.known ? exchange.rawUrl.value : exchange.url,
    urlIsRaw: exchange.rawUrl.known,
    page: exchange.documentUrl ?? exchange.pageUrl ?? `${exchange.initiatorOrigin}/`,
    method: exchange.method,
    mode: exchange.mode.known ? exchange.mode.value : 'cors',
    credentials: exchange.credentials.known ? exchange.credentials.value : 'same-origin',
  };
}
