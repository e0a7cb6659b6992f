import { correlationTarget, currentAgentProfile, regexError, traceContextTarget } from '../../../core';
import type { AgentProfile, PageFacts, PatternPurpose, PatternTarget } from '../../../core';
import type { RegexTask } from '../../workers/match-messages';

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

/** What the calls are judged by in the place of the deployed patterns; `null`: by those. */
export function draftFacts(
  purpose: PatternPurpose,
  draft: string | null,
): Pick<PageFacts, 'pattern' | 'traceContextDraft'> {
  if (draft === null) return { pattern: null };
  if (purpose === 'x-dtc') return { pattern: draft };
  return { pattern: null, traceContextDraft: { [purpose]: draft } };
}
