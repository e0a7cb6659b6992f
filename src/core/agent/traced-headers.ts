import { reason, seen } from '../verdict/reason';
import type { Evidence, ReasonCode } from '../verdict/reason';
import type { Tagged } from './classic-headers';
import type { PreparedAgent } from './prepared-agent';
import { scriptValue } from './script-headers';
import { traceContextDecision } from './trace-context';
import type { TraceContextHint } from './trace-context';
import type { AgentCall } from './types';
import type { UrlForms } from './url-candidates';

/** Why the New RUM Experience adds its headers, or does not. */
const reasonsOfHints = {
  set: 'trace-context-set',
  included: 'trace-context-set',
  external: 'trace-context-external',
  invalid: 'traceparent-invalid',
  disabled: 'trace-context-off',
  not_http: 'trace-context-not-http',
  excluded: 'trace-context-excluded',
  cross_origin: 'trace-context-not-included',
  missing_values: 'trace-context-no-values',
} as const satisfies Record<TraceContextHint, ReasonCode>;

const traceContextReasons: ReadonlySet<ReasonCode> = new Set(Object.values(reasonsOfHints));

/** Whether a reason is about the New RUM Experience's headers. */
export function isTraceContextReason(code: ReasonCode): boolean {
  return traceContextReasons.has(code);
}

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
  return {
    headers: adds,
    reasons: [reason(reasonsOfHints[hint], undefined, evidenceOf(hint, agent))],
    undecided: null,
  };
}

function evidenceOf(hint: TraceContextHint, { profile }: PreparedAgent): Evidence {
  const { inclusions = null, exclusions = null } = profile.traceContext ?? {};
  switch (hint) {
    case 'included':
    case 'cross_origin':
      return seen('traceContextInclusions', inclusions?.pattern ?? null);
    case 'excluded':
      return seen('traceContextExclusions', exclusions?.pattern ?? null);
    default:
      return seen('Trace context', hint);
  }
}
