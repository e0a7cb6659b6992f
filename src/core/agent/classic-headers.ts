import { reason, seen } from '../verdict/reason';
import type { Reason, ReasonCode } from '../verdict/reason';
import { leavesOrigin } from './call-target';
import { sameOriginForAgent } from './agent-same-origin';
import type { PatternMatch } from './pattern-match';
import type { PreparedAgent } from './prepared-agent';
import type { AgentRegex } from './profile';
import type { CorrelationHeader } from './script-headers';
import type { AgentCall } from './types';
import type { UrlForms } from './url-candidates';
import type { TaggingRules } from './version';

/** What a set of rules makes of a call; `undecided` names what is missing to tell. */
export interface Tagged {
  readonly headers: readonly CorrelationHeader[];
  readonly reasons: readonly Reason[];
  readonly undecided: ReasonCode | null;
}

const notExcluded: PatternMatch = { matched: false };

/**
 * The classic agent's headers for a call that it captures: `xhb`, `chw`, its own test of the origin, page context, `xb`, in
 * its order (recorded, 1.219 to 1.329; code of 1.337).
 */
export function classicHeaders(
  agent: PreparedAgent,
  call: AgentCall,
  forms: UrlForms,
  rules: TaggingRules,
): Tagged {
  const { profile } = agent;
  const excluded = agent.exclusionKnown === false ? notExcluded : agent.exclusion(forms, rules);
  if (excluded.matched === 'unknown') return nothing(excluded.because, 'xhb', profile.correlationExclusion);
  if (excluded.matched) {
    return agent.exclusionKnown === 'unknown'
      ? nothing('regex-version-undecided', 'xhb', profile.correlationExclusion)
      : {
          headers: [],
          reasons: [because('excluded-by-xhb', 'xhb', profile.correlationExclusion)],
          undecided: null,
        };
  }
  const noAction = agent.actionExclusion(forms, 'new').matched === true;
  const hasAction = !noAction && (call.actionOpen === true || agent.capturesOutsideActions);
  const headers: CorrelationHeader[] = [];
  const correlated = agent.correlation(forms, rules);
  if (correlated.matched === true) headers.push('x-dtc');
  const reasons = [
    correlationReason(agent, correlated),
    ...actionReasons(agent, call, noAction, correlated.matched),
  ];
  const undecided = correlated.matched === 'unknown' ? correlated.because : null;
  const context = hasAction || noAction ? pageContextHeaders(agent, call, hasAction) : [];
  const sameOrigin =
    context.length > 0 &&
    sameOriginForAgent(forms.raw[0], call.page, profile.version, agent.comparesAllSchemes);
  if (sameOrigin === false) return { headers, reasons, undecided };
  if (sameOrigin === 'unknown') {
    const evidence = seen('Agent version', profile.version?.label ?? null);
    reasons.push(reason('origin-version-undecided', undefined, evidence));
    return { headers, reasons, undecided: undecided ?? 'origin-version-undecided' };
  }
  if (forms.absolute !== null && call.page.startsWith('http') && leavesOrigin(call, forms.absolute)) {
    reasons.push(reason('page-context-leak', undefined, seen('Base URL', call.base ?? call.page)));
  }
  return { headers: [...headers, ...context], reasons, undecided };
}

function pageContextHeaders(agent: PreparedAgent, call: AgentCall, hasAction: boolean): CorrelationHeader[] {
  if (!hasAction) return agent.noPageContext ? [] : ['x-dtpc'];
  const headers: CorrelationHeader[] = [];
  if (!agent.noPageContext && !agent.pageContextInCookie) headers.push('x-dtpc');
  if (!/^https?:/i.test(call.page)) headers.push('x-dtreferer', 'x-host');
  else if (call.actionPage !== undefined && call.actionPage !== call.page) headers.push('x-dtreferer');
  return headers;
}

function correlationReason({ profile }: PreparedAgent, correlated: PatternMatch): Reason {
  const { correlation } = profile;
  if (correlation === null) return reason('regex-not-set', undefined, seen('Pattern chw', null));
  if (correlation.error !== null) return because('regex-invalid', 'chw', correlation);
  if (correlated.matched === 'unknown') return because(correlated.because, 'chw', correlation);
  return because(correlated.matched ? 'tagged' : 'regex-no-match', 'chw', correlation);
}

function actionReasons(
  agent: PreparedAgent,
  call: AgentCall,
  noAction: boolean,
  tagged: boolean | 'unknown',
): Reason[] {
  if (noAction) return [because('action-excluded', 'xb', agent.profile.actionExclusion)];
  const idle = call.actionOpen === false && !agent.capturesOutsideActions;
  return tagged === true && idle ? [reason('no-action')] : [];
}

function nothing(undecided: ReasonCode, key: string, regex: AgentRegex | null): Tagged {
  return { headers: [], reasons: [because(undecided, key, regex)], undecided };
}

function because(code: ReasonCode, key: string, regex: AgentRegex | null): Reason {
  return reason(code, undefined, seen(`Pattern ${key}`, regex?.pattern ?? null));
}
