import { formatXDtc, type AgentProfile, type HeaderSet } from '../../../core';
import type { TrialValue } from '../../../protocol/trial';

/** Marks values that no agent made; of the agent's form, so that servers treat them alike. */
const mark = 'crosslink-trial';

const syntheticXDtc = formatXDtc({
  cookies: { dtCookie: 'v_4_srv_0_sn_CROSSLINKTRIAL0000000000000000000' },
  postfix: '',
  application: mark,
  actionUrl: null,
  version: null,
});

const syntheticTraceContext = {
  postfix: null,
  key: `${mark}@dtr`,
  application: mark,
  visitor: '0000000000000CROSSLINKTRIAL0000000000000000000',
  session: 'CROSSLINKTRIALAAAAAAAAAAAAAAAAAA-0',
};

/** What the trial adds: of the agent's own session as far as its configuration tells how, else synthetic. */
export function trialValue(agent: AgentProfile | null, adds: HeaderSet): TrialValue {
  if (!adds.includes('x-dtc')) {
    return { kind: 'trace-context', ...syntheticTraceContext, ...tracingAgent(agent) };
  }
  if (agent === null) return { kind: 'synthetic', value: syntheticXDtc };
  return {
    kind: 'agent',
    postfix: agent.cookiePostfix,
    application: agent.application ?? '',
    fallback: syntheticXDtc,
  };
}

/** Without key prefix or application the agent itself makes no `tracestate` (1.337). */
function tracingAgent(
  agent: AgentProfile | null,
): Pick<Extract<TrialValue, { kind: 'trace-context' }>, 'key' | 'application' | 'postfix'> | null {
  const prefix = agent?.traceContext?.tracestateKeyPrefix ?? '';
  if (agent === null || prefix === '' || agent.application === null) return null;
  return { key: `${prefix}@dtr`, application: agent.application, postfix: agent.cookiePostfix };
}
