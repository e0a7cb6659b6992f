import { reason } from '../verdict/reason';
import type { Reason } from '../verdict/reason';
import { classicHeaders } from './classic-headers';
import type { Tagged } from './classic-headers';
import type { PreparedAgent } from './prepared-agent';
import type { AgentProfile } from './profile';
import { tracedHeaders } from './traced-headers';
import type { AgentCall } from './types';
import type { UrlForms } from './url-candidates';
import type { TaggingRules } from './version';

/** What classic agent and New RUM Experience together add to a call, before its container takes them or not. */
export function addedHeaders(
  agent: PreparedAgent,
  call: AgentCall,
  forms: UrlForms,
  rules: TaggingRules,
): Tagged {
  const traced = tracedHeaders(agent, call, forms);
  const missing = noClassicCapture(agent.profile, call);
  if (missing !== null) {
    const reasons = traced.headers.length > 0 ? [...traced.reasons, missing] : [missing, ...traced.reasons];
    return { ...traced, reasons };
  }
  const classic = classicHeaders(agent, call, forms, rules);
  if (traced.reasons.length === 0) return classic;
  const tracedFirst = classic.undecided === null && traced.undecided !== null;
  return {
    headers: [...classic.headers, ...traced.headers],
    reasons: tracedFirst ? [...traced.reasons, ...classic.reasons] : [...classic.reasons, ...traced.reasons],
    undecided: classic.undecided ?? traced.undecided,
  };
}

/** Why no classic agent captures this call; `null`: one does. */
function noClassicCapture(profile: AgentProfile, { api }: AgentCall): Reason | null {
  const { kind, modules: saw, capturesXhr, capturesFetch } = profile;
  if (kind === 'new-rum') return reason('new-rum-only');
  if (api === 'xhr') {
    const evidence = { subject: 'featureHash', saw, needed: 'x' };
    return capturesXhr ? null : reason('xhr-not-captured', undefined, evidence);
  }
  return capturesFetch
    ? null
    : reason('fetch-not-captured', undefined, { subject: 'featureHash', saw, needed: '7' });
}
