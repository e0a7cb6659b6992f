import { reason } from '../verdict/reason';
import type { Tagged } from './classic-headers';
import type { PreparedAgent } from './prepared-agent';
import { scriptValue } from './script-headers';
import { traceContextDecision } from './trace-context';
import type { AgentCall } from './types';
import type { UrlForms } from './url-candidates';

const untraced: Tagged = { headers: [], reasons: [], undecided: null };

/** W3C trace context of the New RUM Experience on a call; nothing, and no reason, on pages without it. */
export function tracedHeaders(agent: PreparedAgent, call: AgentCall, forms: UrlForms): Tagged {
  const { absolute } = forms;
  const { traceContext, application } = agent.profile;
  const traces = call.api === 'xhr' ? agent.tracesXhr : agent.tracesFetch;
  if (traceContext === null || traces !== true || absolute === null) return untraced;
  const { hint, adds } = traceContextDecision(traceContext, {
    url: absolute,
    page: call.page,
    traceparent: scriptValue(call, 'traceparent'),
    application,
    included: () => agent.inclusions(forms, 'absolute').matched,
    excluded: () => agent.traceExclusions(forms, 'absolute').matched,
  });
  if (hint === 'unknown') {
    return { headers: [], reasons: [reason('regex-too-slow')], undecided: 'regex-too-slow' };
  }
  const evidence = { subject: 'Trace context', saw: hint, needed: null };
  const code = adds.length > 0 ? 'trace-context-set' : 'trace-context-not-set';
  return { headers: adds, reasons: [reason(code, undefined, evidence)], undecided: null };
}
