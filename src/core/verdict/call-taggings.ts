import type { AgentCall, Tagging } from '../agent/types';
import type { Exchange } from '../exchange/types';
import { agentCallOf } from './agent-call';
import type { PageContext } from './page-context';

/** What agents say to one call, each asked once however many routes want to know. */
export class CallTaggings {
  /** Those that were asked, in their order. */
  readonly asked: PageContext[] = [];
  /** What each of them said. */
  readonly answers: Tagging[] = [];

  constructor(private readonly exchange: Exchange) {}

  by(context: PageContext): Tagging {
    const known = this.answers[this.asked.indexOf(context)];
    if (known !== undefined) return known;
    const answer = taggingBy(context, this.exchange);
    this.asked.push(context);
    this.answers.push(answer);
    return answer;
  }
}

/** What one agent says to a call. */
export function taggingBy(context: PageContext, exchange: Exchange): Tagging {
  return context.tag(capturedCall(exchange, context));
}

/** Where the log does not tell XHR from fetch, the one that is captured: whether the call was that one is the gate's question. */
function capturedCall(exchange: Exchange, context: PageContext): AgentCall {
  const asked = agentCallOf(exchange);
  const isFetchIfCaptured = exchange.api === 'script' && context.agent.capturesXhr === false;
  return isFetchIfCaptured ? { ...asked, api: 'fetch' } : asked;
}
