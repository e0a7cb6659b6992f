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

/** Drafts that differ from what is deployed. */
export type PatternDrafts = Readonly<Partial<Record<PatternPurpose, string>>>;

/** @param textFor the active draft's text; `null`: none is active */
export function draftsThatDiffer(
  agent: AgentProfile | null,
  purposes: readonly PatternPurpose[],
  textFor: (purpose: PatternPurpose) => string | null,
): PatternDrafts {
  const drafts: Partial<Record<PatternPurpose, string>> = {};
  for (const purpose of purposes) {
    const text = textFor(purpose);
    if (text !== null && text !== (deployedPattern(agent, purpose) ?? '')) drafts[purpose] = text;
  }
  return drafts;
}

/** What the calls are judged by in the place of the deployed patterns: an agent has several, and all of its drafts count. */
export function draftFacts(drafts: PatternDrafts): Pick<PageFacts, 'pattern' | 'traceContextDraft'> {
  const { 'x-dtc': pattern, ...traceContext } = drafts;
  const facts = { pattern: pattern ?? null };
  return Object.keys(traceContext).length === 0 ? facts : { ...facts, traceContextDraft: traceContext };
}
