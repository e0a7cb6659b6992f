import { agentOff } from '../agent/agent-off';
import { capturesCalls, capturingLetters } from '../agent/modules';
import type { Exchange } from '../exchange/types';
import { agentCallOf } from './agent-call';
import type { Decision } from './decision';
import type { PageContext } from './page-context';
import { reason, seen } from './reason';
import type { Reason } from './reason';
import { rumCookieSent } from './wire-evidence';

/** Whether the agent takes part in a call at all. `unknown`: it could not be read. */
export type Gate =
  | { readonly kind: 'open' }
  | { readonly kind: 'shut'; readonly because: Reason }
  | { readonly kind: 'unknown'; readonly because: Reason };

/**
 * The conditions on the agent that hold for every route: present, in time, permitted, and capturing this kind of call.
 * Each that was looked at becomes a step.
 */
export function agentGate(exchange: Exchange, context: PageContext, decision: Decision): Gate {
  const { agent, page } = context;
  const shut = (rule: string, because: Reason): Gate => {
    decision.fail(rule, because);
    return { kind: 'shut', because };
  };
  if (context.assumed) {
    decision.note('An agent is on the page', reason('assumed-current-agent'));
    return { kind: 'open' };
  }
  if (agent.kind === 'appmon') return shut('A OneAgent RUM agent is on the page', reason('appmon-agent'));
  decision.pass?.('A RUM agent is on the page', seen('RUM agent', agent.version?.label ?? agent.kind));
  if (page.pageOrigin && page.pageOrigin !== exchange.initiatorOrigin) {
    decision.note(
      'The agent runs in the frame that made the call',
      reason('other-frame', undefined, {
        subject: 'Origin of the frame',
        saw: exchange.initiatorOrigin,
        needed: page.pageOrigin,
      }),
    );
  } else if (startedBeforeAgent(exchange, context)) {
    return shut(
      'The agent had started',
      reason('before-agent', undefined, {
        subject: 'Start of the call',
        saw: `${Math.max(1, Math.round((page.agentReadyAt ?? 0) - exchange.startedAt))} ms before the agent`,
        needed: 'after the agent',
      }),
    );
  }
  const off = permissionGate(exchange, context, decision);
  if (off) return off;
  return captureGate(exchange, context, decision);
}

/** What keeps the agent from the whole page: a page that it ignores, consent, privacy settings. */
function permissionGate(exchange: Exchange, { prepared }: PageContext, decision: Decision): Gate | null {
  const off = agentOff(prepared, agentCallOf(exchange));
  if (off === null || off.because.code === 'capture-unknown') return null;
  const rule = 'The agent is switched on for this page';
  if (off.decided) {
    decision.fail(rule, off.because);
    return { kind: 'shut', because: off.because };
  }
  // The agent's session cookie on the wire shows that consent had been given.
  if (exchange.hops.some((hop) => rumCookieSent(hop, exchange.initiatorOrigin) !== null)) return null;
  decision.unknown(rule, off.because);
  return { kind: 'unknown', because: off.because };
}

/** While the page whose agent this is was loading. */
export function startedBeforeAgent(exchange: Exchange, { page }: PageContext): boolean {
  if (page.agentReadyAt === null || exchange.startedAt >= page.agentReadyAt) return false;
  return (page.loadStartedAt ?? null) === null || exchange.startedAt >= (page.loadStartedAt ?? 0);
}

function captureGate(exchange: Exchange, { agent }: PageContext, decision: Decision): Gate {
  if (mayBeBeacon(exchange)) {
    const because = reason(
      'capture-unknown',
      'The log does not tell a beacon, which no agent captures, from a fetch without CORS.',
    );
    decision.unknown('The agent captures this kind of call', because);
    return { kind: 'unknown', because };
  }
  const rule =
    exchange.api === 'xhr'
      ? 'The agent captures XHR'
      : exchange.api === 'fetch'
        ? 'The agent captures fetch'
        : 'The agent captures XHR and fetch';
  const xhr = exchange.api === 'fetch' ? null : capturesCalls(agent, 'xhr');
  const fetches = exchange.api === 'xhr' ? null : capturesCalls(agent, 'fetch');
  const asked = exchange.api === 'xhr' ? [xhr] : exchange.api === 'fetch' ? [fetches] : [xhr, fetches];
  const letters = capturingLetters(agent.kind);
  const needed =
    exchange.api === 'xhr'
      ? letters.xhr
      : exchange.api === 'fetch'
        ? letters.fetch
        : `${letters.xhr} and ${letters.fetch}`;
  const evidence = {
    subject: 'Agent modules (featureHash)',
    saw: agent.modules === '' ? null : agent.modules,
    needed,
  };
  if (asked.every((captured) => captured === true)) {
    decision.pass?.(rule, evidence);
    return { kind: 'open' };
  }
  if (asked.every((captured) => captured === false)) {
    const code =
      exchange.api === 'xhr'
        ? 'xhr-not-captured'
        : exchange.api === 'fetch'
          ? 'fetch-not-captured'
          : 'nothing-captured';
    const because = reason(code, undefined, evidence);
    decision.fail(rule, because);
    return { kind: 'shut', because };
  }
  const because = reason('capture-unknown', undefined, evidence);
  decision.unknown(rule, because);
  return { kind: 'unknown', because };
}

/** Firefox’s log: the headers of `sendBeacon()` are those of a POST by fetch in mode no-cors. */
function mayBeBeacon({ api, mode, method }: Exchange): boolean {
  return api === 'script' && method === 'POST' && mode.known && mode.value === 'no-cors';
}
