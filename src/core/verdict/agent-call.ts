import type { AgentCall } from '../agent/types';
import { headersOfTrial } from '../exchange/altered-call';
import type { Exchange } from '../exchange/types';
import type { Header } from '../fetch/types';
import { traceparentOfPage } from './wire-evidence';

/** The exchange as the agent saw the call; where neither log nor page hook tells, the plainest form of a call is taken. */
export function agentCallOf(exchange: Exchange): AgentCall {
  const { hook, rawUrl, mode, credentials } = exchange;
  const setByScript = headersOfScript(exchange);
  // in one go: every call of a log is asked about, and to spread parts into it would cost more than the answer
  return {
    api: exchange.api === 'fetch' ? 'fetch' : 'xhr',
    url: rawUrl.known ? rawUrl.value : exchange.url,
    urlIsRaw: rawUrl.known,
    page: hook?.documentUrl ?? exchange.documentUrl ?? exchange.pageUrl ?? `${exchange.initiatorOrigin}/`,
    method: exchange.method,
    mode: mode.known ? mode.value : 'cors',
    credentials: credentials.known ? credentials.value : 'same-origin',
    setByScript: setByScript.length === 0 ? undefined : setByScript,
    base: hook?.baseUrl,
    input: hook?.input,
    headers: hook?.container,
    keepalive: hook?.keepalive,
    // without any sign of it no agent is on the page, or it loads later: the page's facts tell
    agentReady: hook === undefined ? undefined : hook.agent !== 'starting',
    frozen: hook?.frozen ?? undefined,
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
  const ofTrial: readonly string[] = headersOfTrial(exchange);
  const scripted = hook.headers.flatMap(({ name, value }): Header[] =>
    value === null || ofTrial.includes(name.toLowerCase()) ? [] : [[name, value]],
  );
  return [...onWire, ...scripted];
}
