import type { AgentCall } from '../agent/types';
import type { HookCall } from '../exchange/hook-call';
import type { Exchange } from '../exchange/types';
import type { Header } from '../fetch/types';
import { traceparentOfPage } from './wire-evidence';

/** The exchange as the agent saw the call; where neither log nor page hook tells, the plainest form of a call is taken. */
export function agentCallOf(exchange: Exchange): AgentCall {
  const { hook } = exchange;
  const setByScript = headersOfScript(exchange);
  const call: AgentCall = {
    api: exchange.api === 'fetch' ? 'fetch' : 'xhr',
    url: exchange.rawUrl.known ? exchange.rawUrl.value : exchange.url,
    urlIsRaw: exchange.rawUrl.known,
    page: exchange.documentUrl ?? exchange.pageUrl ?? `${exchange.initiatorOrigin}/`,
    method: exchange.method,
    mode: exchange.mode.known ? exchange.mode.value : 'cors',
    credentials: exchange.credentials.known ? exchange.credentials.value : 'same-origin',
  };
  // most calls of a log: nothing is to be added
  if (hook === undefined && setByScript.length === 0) return call;
  return {
    ...call,
    ...(setByScript.length === 0 ? {} : { setByScript }),
    ...(hook === undefined ? {} : hookedCall(hook)),
  };
}

/** What only the page hook tells. */
function hookedCall(call: HookCall): Partial<AgentCall> {
  return {
    page: call.documentUrl,
    base: call.baseUrl,
    input: call.input,
    headers: call.container,
    keepalive: call.keepalive,
    // without any sign of it no agent is on the page, or it loads later: the page's facts tell
    agentReady: call.agent !== 'starting',
    ...(call.frozen === null ? {} : { frozen: call.frozen }),
  };
}

/**
 * Headers that the page set itself and that bear on linking. The page hook sits below the agent: with the agent running, those of
 * the names that the agent sets are not known to be the script's.
 */
function headersOfScript(exchange: Exchange): readonly Header[] {
  const { hook } = exchange;
  const traceparent = traceparentOfPage(exchange);
  const onWire: readonly Header[] = traceparent === null ? [] : [['traceparent', traceparent]];
  if (hook === undefined || hook.agent === 'running') return onWire;
  const scripted = hook.headers.flatMap(({ name, value }): Header[] =>
    value === null ? [] : [[name, value]],
  );
  return [...onWire, ...scripted];
}
