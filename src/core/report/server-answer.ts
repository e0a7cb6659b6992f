import { classicSet, headerNames } from '../agent/link-headers';
import type { HeaderSet } from '../agent/link-headers';
import type { Exchange } from '../exchange/types';
import type { Engine } from '../fetch/types';
import { failureReason } from '../verdict/cors-steps';
import { lacksAgentHeaders, reflection } from '../verdict/header-acceptance';
import { judgeHop, walkHops } from '../verdict/hop-walk';
import type { HopView } from '../verdict/hop-walk';
import { observedRequest } from '../verdict/observed-request';
import { withHeaders } from '../verdict/with-headers';
import type { ReportEndpoint, ServerAnswer } from './types';

const worstFirst = ['refuses', 'not-asked', 'likely-accepts', 'accepts'] as const;

/**
 * What the servers of a call say to the agent's headers, whether or not the agent adds them: judged from the preflights and
 * responses in the log alone, every hop by its own. The worst answer counts.
 *
 * @param adds what the agent adds, or would add
 */
export function serverAnswer(exchange: Exchange, engine: Engine, adds: HeaderSet = classicSet): ServerAnswer {
  const answers = walkHops(withHeaders(observedRequest(exchange), adds), exchange, engine)
    .filter(({ crossOrigin }) => crossOrigin)
    .map((view) => hopAnswer(view, engine, adds));
  const [worst] = worstFirst.flatMap((kind) => answers.find((answer) => answer.kind === kind) ?? []);
  return worst ?? { kind: 'not-needed', reason: null };
}

function hopAnswer(view: HopView, engine: Engine, adds: HeaderSet): ServerAnswer {
  const result = judgeHop(view, engine);
  if (result.kind === 'passes') return { kind: 'accepts', reason: null };
  if (result.kind !== 'fails') return { kind: 'not-asked', reason: null };
  const reflected = lacksAgentHeaders.has(result.failure.reason) ? reflection(view.hop, adds) : null;
  if (reflected === null) return { kind: 'refuses', reason: failureReason(result.failure) };
  return {
    kind: reflected.kind === 'likely' ? 'likely-accepts' : 'not-asked',
    reason: reflected.because,
  };
}

/** The answer in a few words. */
export function serverAnswerText({ server, call }: Pick<ReportEndpoint, 'server' | 'call'>): string {
  const headers = headerNames(call.adds);
  switch (server.kind) {
    case 'accepts':
      return `accepts ${headers}`;
    case 'likely-accepts':
      return `most likely accepts ${headers}: it allows just what it is asked for`;
    case 'refuses':
      return `refuses ${headers}: ${server.reason?.text ?? ''}`;
    case 'not-asked':
      return `not asked about ${headers} yet`;
    case 'not-needed':
      return 'same origin: not asked';
  }
}
