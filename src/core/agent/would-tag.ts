import { reason } from '../verdict/reason';
import type { Reason } from '../verdict/reason';
import { addedHeaders } from './added-headers';
import { agentOff } from './agent-off';
import { neverSent, untouchedApi } from './call-target';
import type { Tagged } from './classic-headers';
import { fetchContainer } from './fetch-container';
import type { RegexMatcher } from './pattern-match';
import { prepareAgent } from './prepared-agent';
import type { PreparedAgent } from './prepared-agent';
import type { AgentProfile } from './profile';
import { isSwallowed, scriptHeaders } from './script-headers';
import type { CorrelationHeader } from './script-headers';
import type { AgentCall, Tagging } from './types';
import { urlForms } from './url-candidates';
import type { UrlForms } from './url-candidates';
import type { TaggingRules } from './version';

export interface TaggingOptions {
  /** Decides over regexes in place of the engine's own, for patterns that may not end in time. */
  readonly matches?: RegexMatcher | undefined;
}

const prepared = new WeakMap<AgentProfile, (call: AgentCall) => Tagging>();

/**
 * Which correlation headers the server receives on this call: the agent's, and those that the page set itself, less what the
 * browser drops. Never throws. For many calls of one agent see `prepareTagging`.
 */
export function wouldTag(profile: AgentProfile, call: AgentCall): Tagging {
  let tag = prepared.get(profile);
  if (tag === undefined) {
    tag = prepareTagging(profile);
    prepared.set(profile, tag);
  }
  return tag(call);
}

/** `wouldTag` for many calls: regexes are compiled once. */
export function prepareTagging(
  profile: AgentProfile,
  options: TaggingOptions = {},
): (call: AgentCall) => Tagging {
  const agent = prepareAgent(profile, options.matches);
  return (call) => tagCall(agent, call);
}

/** The gates in the agent's order; the first that is shut decides. */
function tagCall(agent: PreparedAgent, call: AgentCall): Tagging {
  const own = scriptHeaders(call);
  const api = untouchedApi(call);
  if (api !== null) return tagging(own, [reason(api)]);
  const forms = urlForms(call);
  const unsent = neverSent(call, forms.absolute);
  if (unsent !== null) return tagging([], [reason(unsent)]);
  const off = agentOff(agent, call);
  if (off?.present === false) return tagging(own, [off.because, ...ownReasons(own)], off.decided);
  const broken = brokenCall(agent, call);
  if (broken !== null) return tagging([], [broken.because], broken.decided);
  const kept = keptOfScript(agent, call, own);
  if (off) return tagging(kept, [off.because, ...ownReasons(kept)], off.decided);
  return byRules(agent, call, forms, kept, own);
}

function byRules(
  agent: PreparedAgent,
  call: AgentCall,
  forms: UrlForms,
  kept: readonly CorrelationHeader[],
  own: readonly CorrelationHeader[],
): Tagging {
  const [rules, otherRules] = agent.rules;
  const first = tagBy(agent, call, forms, rules);
  const result =
    otherRules === undefined ? first : agreed(agent, call, first, tagBy(agent, call, forms, otherRules));
  if (result === 'throws') return tagging([], [reason('agent-throws')]);
  const headers = [...kept, ...result.headers];
  const dropped = own.includes('x-dtc') && !headers.includes('x-dtc') ? [reason('script-x-dtc-dropped')] : [];
  const reasons = [...result.reasons, ...dropped, ...ownReasons(kept)];
  return tagging(headers, reasons, result.undecided === null);
}

/** One set of rules on a call that the agent captures. */
function tagBy(
  agent: PreparedAgent,
  call: AgentCall,
  forms: UrlForms,
  rules: TaggingRules,
): Tagged | 'throws' {
  const container =
    call.api === 'fetch'
      ? fetchContainer(call, rules, agent.profile.version, agent.skipsKeepalive)
      : ({ fate: 'arrive' } as const);
  if (container.fate === 'untouched' || (container.fate === 'lost' && container.because === 'no-cors')) {
    return { headers: [], reasons: [reason(container.because)], undecided: null };
  }
  const added = addedHeaders(agent, call, forms, rules);
  if (container.fate === 'arrive' || (added.headers.length === 0 && added.undecided === null)) return added;
  if (container.fate === 'throws' && added.headers.length > 0) return 'throws';
  return { headers: [], reasons: [reason(container.because)], undecided: null };
}

/** What both sets of rules say, where the version does not tell which holds. */
function agreed(
  agent: PreparedAgent,
  call: AgentCall,
  one: Tagged | 'throws',
  other: Tagged | 'throws',
): Tagged | 'throws' {
  if (one === 'throws' || other === 'throws') return 'throws';
  const same =
    one.headers.length === other.headers.length && one.headers.every((name) => other.headers.includes(name));
  if (same) return other;
  const byContainer = call.api === 'fetch' && (call.input === 'request' || call.keepalive === true);
  const undecided = byContainer ? 'container-version-undecided' : 'regex-version-undecided';
  const saw = agent.profile.version?.label ?? null;
  const needed = 'up to 1.255, or from 1.285 on';
  return {
    headers: one.headers.filter((name) => other.headers.includes(name)),
    reasons: [reason(undecided, undefined, { subject: 'Agent version', saw, needed })],
    undecided,
  };
}

/** Calls that the agent's capture breaks (recorded: 1.285; 1.239 and 1.313 do not, what lies between was not seen). */
function brokenCall(
  { profile, proxiesXhr }: PreparedAgent,
  call: AgentCall,
): { readonly because: Reason; readonly decided: boolean } | null {
  if (call.api !== 'xhr' || profile.capturesXhr !== true) return null;
  if (call.prototypeCall && !proxiesXhr) {
    const text = 'XMLHttpRequest.prototype.send.call(xhr) is never sent without expw';
    return { because: reason('agent-throws', text), decided: true };
  }
  const minor = profile.version?.minor ?? 0;
  if (call.input !== 'url' || !proxiesXhr || minor <= 239 || minor >= 313) return null;
  const text = 'Agent 1.285 with expw throws on open() with a URL object';
  return minor === 285
    ? { because: reason('agent-throws', text), decided: true }
    : { because: reason('agent-throws', `${text}; whether this version does is not known`), decided: false };
}

/** Without `expw` the agent's XMLHttpRequest swallows correlation headers of the script. */
function keptOfScript(
  agent: PreparedAgent,
  call: AgentCall,
  own: readonly CorrelationHeader[],
): readonly CorrelationHeader[] {
  if (own.length === 0 || call.api !== 'xhr' || agent.proxiesXhr || agent.profile.capturesXhr !== true)
    return own;
  return own.filter((name) => !isSwallowed(name));
}

function ownReasons(own: readonly CorrelationHeader[]): Reason[] {
  return own.includes('x-dtc') ? [reason('script-x-dtc')] : [];
}

function tagging(headers: readonly CorrelationHeader[], reasons: readonly Reason[], decided = true): Tagging {
  return { headers: headers.length < 2 ? headers : [...new Set(headers)].sort(), reasons, decided };
}
