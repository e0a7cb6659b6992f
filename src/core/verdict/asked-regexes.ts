import type { FormRules } from '../agent/pattern-match';
import { ignoreRegex } from '../agent/prepared-agent';
import type { AgentRegex } from '../agent/profile';
import { pageContext } from './page-context';
import type { PageFacts } from './types';

/** A regex of the agent that verdicts depend on, and the rules by which it is tried. */
export interface AskedRegex {
  readonly regex: AgentRegex;
  /** Both sets where the agent's version does not tell which holds. */
  readonly rules: readonly [FormRules, ...FormRules[]];
}

/** The regexes that `PageFacts.matches` may be asked about when calls are judged by these facts, the pattern for `x-dtc` first. */
export function askedRegexes(page: PageFacts): readonly AskedRegex[] {
  const { agent, prepared, matchesAll } = pageContext(page);
  const { traceContext, config } = agent;
  const asked: readonly (readonly [AgentRegex | null, AskedRegex['rules']])[] = [
    [matchesAll ? null : agent.correlation, prepared.rules],
    [agent.correlationExclusion, prepared.rules],
    [agent.actionExclusion, ['new']],
    [traceContext?.inclusions ?? null, ['absolute']],
    [traceContext?.exclusions ?? null, ['absolute']],
    [ignoreRegex(config.values['ign']), ['absolute']],
  ];
  return asked.flatMap(([regex, rules]) => (regex === null || regex.error !== null ? [] : { regex, rules }));
}
