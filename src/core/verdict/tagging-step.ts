import type { AgentCall } from '../agent/types';
import { agentCallOf } from './agent-call';
import type { Decision } from './decision';
import type { JudgedCall } from './judged-call';
import { reason } from './reason';
import type { Reason } from './reason';

/** Whether the agent would add `x-dtc` to a call that it captures. */
export type TaggingResult =
  | { readonly kind: 'tagged' }
  | { readonly kind: 'not-tagged'; readonly because: Reason }
  | { readonly kind: 'undecided'; readonly because: Reason };

const rule = 'The agent adds x-dtc to this URL';

/** Asks the agent's rules about the call (pattern, exclusions, containers) and notes the answer as a step. */
export function tagCall(call: JudgedCall, decision: Decision): TaggingResult {
  const { context } = call;
  if (context.matchesAll) {
    decision.pass?.(rule, {
      subject: 'Pattern',
      saw: 'none chosen: every call counts as matched',
      needed: null,
    });
    return { kind: 'tagged' };
  }
  if (context.agent.configSource === 'none' && !context.assumed && context.page.pattern === null) {
    const because = reason('config-unreadable');
    decision.unknown(rule, because);
    return { kind: 'undecided', because };
  }
  const tagging = context.tag(capturedCall(call));
  if (tagging.headers.includes('x-dtc')) {
    decision.pass?.(rule, {
      subject: 'Pattern for cross-origin calls (chw)',
      saw: context.agent.correlation?.pattern ?? null,
      needed: null,
    });
    return { kind: 'tagged' };
  }
  const because = whyNot(tagging.reasons);
  if (!tagging.decided) {
    decision.unknown(rule, because);
    return { kind: 'undecided', because };
  }
  decision.fail(rule, because);
  return { kind: 'not-tagged', because };
}

/** Where the log does not tell XHR from fetch, the one that is captured: whether the call was that one is the gate's question. */
function capturedCall({ exchange, context }: JudgedCall): AgentCall {
  const asked = agentCallOf(exchange);
  const isFetchIfCaptured = exchange.api === 'script' && context.agent.capturesXhr === false;
  return isFetchIfCaptured ? { ...asked, api: 'fetch' } : asked;
}

/** That the New RUM Experience adds its own headers is no reason why `x-dtc` is not added. */
function whyNot(reasons: readonly Reason[]): Reason {
  const other = reasons.find(({ code }) => code !== 'trace-context-set' && code !== 'trace-context-not-set');
  return other ?? reason('new-rum-only');
}
