import { traceContextSet } from '../agent/link-headers';
import { hasAgentEntry } from '../agent/trace-context';
import type { AgentCall } from '../agent/types';
import { headersOfTrial } from '../exchange/altered-call';
import type { HookCall } from '../exchange/hook-call';
import type { Exchange } from '../exchange/types';
import type { Header } from '../fetch/types';
import { traceparentOfPage } from './wire-evidence';

const traceContext: ReadonlySet<string> = new Set(traceContextSet);

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
    // without any sign of it no agent is on the page, or it loads later; of New RUM the hook cannot tell: the page's facts do
    agentReady: hook === undefined ? undefined : hook.agent !== 'starting',
    frozen: hook?.frozen ?? undefined,
  };
}

/** Headers that the page set itself and that bear on linking. */
function headersOfScript(exchange: Exchange): readonly Header[] {
  const { hook } = exchange;
  const traceparent = traceparentOfPage(exchange);
  const onWire: readonly Header[] = traceparent === null ? [] : [['traceparent', traceparent]];
  return hook === undefined ? onWire : [...onWire, ...scriptedHeaders(hook)];
}

/**
 * Those that the page hook saw and that no agent can have set. The hook sits below the agent: with a classic one running, none is
 * known to be the script's; the New RUM Experience, whether the hook knew it or not, is told by its mark.
 */
export function scriptedHeaders(hook: HookCall): readonly Header[] {
  if (hook.agent === 'running') return [];
  const ofTrial: readonly string[] = headersOfTrial(hook);
  const seen = hook.headers.flatMap(({ name, value }): Header[] =>
    value === null || ofTrial.includes(name.toLowerCase()) ? [] : [[name, value]],
  );
  return seen.some(isAgentEntry) ? seen.filter(([name]) => !traceContext.has(name.toLowerCase())) : seen;
}

function isAgentEntry([name, value]: Header): boolean {
  return name.toLowerCase() === 'tracestate' && hasAgentEntry(value);
}
