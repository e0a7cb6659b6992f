import {
  agentRegexFromPattern,
  correlationTarget,
  currentAgentProfile,
  regexError,
  traceContextTarget,
} from '../../../core';
import type { AgentProfile, PatternTarget } from '../../../core';
import type { RegexTask } from '../../workers/match-messages';
import type { PatternPurpose } from './types';

/** The patterns that the page's agent has; without an agent one is written for the classic one. */
export function purposesOf(agent: AgentProfile | null): readonly PatternPurpose[] {
  switch (agent?.kind) {
    case 'new-rum':
      return ['inclusions', 'exclusions'];
    case 'both':
      return ['x-dtc', 'inclusions', 'exclusions'];
    default:
      return ['x-dtc'];
  }
}

/** How the agent tries a pattern; where there is none yet, as a current one does. */
export function targetFor(agent: AgentProfile | null, purpose: PatternPurpose): PatternTarget {
  if (purpose !== 'x-dtc') return traceContextTarget;
  return correlationTarget((agent ?? currentAgentProfile('')).version);
}

/** The pattern as the agent has it now; `null`: not set. */
export function deployedPattern(agent: AgentProfile | null, purpose: PatternPurpose): string | null {
  switch (purpose) {
    case 'x-dtc':
      return agent?.correlation?.pattern ?? null;
    case 'inclusions':
      return agent?.traceContext?.inclusions?.pattern ?? null;
    case 'exclusions':
      return agent?.traceContext?.exclusions?.pattern ?? null;
  }
}

/** What is to be tried on the URLs; `null`: an empty or invalid pattern is off. */
export function taskFor(pattern: string, target: PatternTarget): RegexTask | null {
  if (pattern === '' || regexError(pattern) !== null) return null;
  return { pattern, flags: 'i', rules: target.header === 'x-dtc' ? target.rules : ['absolute'] };
}

/** Agent and pattern to judge by with a draft in the place of what is deployed; `null`: no draft. */
export function withDraft(
  agent: AgentProfile | null,
  purpose: PatternPurpose,
  draft: string | null,
): { readonly agent: AgentProfile | null; readonly pattern: string | null } {
  const traceContext = agent?.traceContext ?? null;
  if (purpose === 'x-dtc') return { agent, pattern: draft };
  if (agent === null || traceContext === null || draft === null) return { agent, pattern: null };
  return {
    agent: { ...agent, traceContext: { ...traceContext, [purpose]: agentRegexFromPattern(draft) } },
    pattern: null,
  };
}
