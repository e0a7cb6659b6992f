import type { AgentCall } from '../agent/types';
import type { HookCall } from '../exchange/hook-call';
import type { Exchange } from '../exchange/types';

/** The exchange as the agent saw the call; where neither log nor page hook tells, the plainest form of a call is taken. */
export function agentCallOf(exchange: Exchange): AgentCall {
  return {
    api: exchange.api === 'fetch' ? 'fetch' : 'xhr',
    url: exchange.rawUrl.known ? exchange.rawUrl.value : exchange.url,
    urlIsRaw: exchange.rawUrl.known,
    page: exchange.documentUrl ?? exchange.pageUrl ?? `${exchange.initiatorOrigin}/`,
    method: exchange.method,
    mode: exchange.mode.known ? exchange.mode.value : 'cors',
    credentials: exchange.credentials.known ? exchange.credentials.value : 'same-origin',
    ...(exchange.hook === undefined ? {} : hookedCall(exchange.hook)),
  };
}

/**
 * What only the page hook tells. It sits below the agent: with the agent running, headers of the names that the agent sets
 * are not known to be the script's.
 */
function hookedCall(call: HookCall): Partial<AgentCall> {
  const scripted = call.agent === 'running' ? [] : call.headers;
  return {
    page: call.documentUrl,
    base: call.baseUrl,
    input: call.input,
    headers: call.container,
    keepalive: call.keepalive,
    // without any sign of it no agent is on the page, or it loads later: the page's facts tell
    agentReady: call.agent !== 'starting',
    setByScript: scripted.flatMap(({ name, value }) => (value === null ? [] : ([[name, value]] as const))),
    ...(call.frozen === null ? {} : { frozen: call.frozen }),
  };
}
