import { reason } from './reason';
import type { Evidence, Reason, ReasonCode } from './reason';
import type { Outcome, Step, Verdict } from './types';

/** Collects the steps of one route's decision until one of them decides. */
export interface Decision {
  /** A rule that holds. */
  pass(rule: string, evidence?: Evidence): void;
  /** A rule that does not hold; its reason joins the verdict. */
  fail(rule: string, because: Reason): void;
  /** A rule that nobody can decide yet. */
  unknown(rule: string, because: Reason): void;
  /** Something a reader should know that decides nothing. */
  note(rule: string, because: Reason): void;
  /** Ends the decision; `deciding` comes first among the reasons. */
  verdict(outcome: Outcome, deciding: ReasonCode | Reason, addsPreflight?: boolean): Verdict;
}

export function startDecision(): Decision {
  const steps: Step[] = [];
  const reasons: Reason[] = [];
  const add = (rule: string, result: Step['result'], because: Reason): void => {
    steps.push({ rule, result, evidence: because.evidence, reason: because.code });
    if (!reasons.some((known) => known.code === because.code)) reasons.push(because);
  };
  return {
    pass: (rule, evidence) => void steps.push({ rule, result: 'pass', evidence }),
    fail: (rule, because) => add(rule, 'fail', because),
    unknown: (rule, because) => add(rule, 'unknown', because),
    note: (rule, because) => add(rule, 'note', because),
    verdict(outcome, deciding, addsPreflight = false) {
      const code = typeof deciding === 'string' ? deciding : deciding.code;
      const first =
        typeof deciding === 'string'
          ? (reasons.find((known) => known.code === code) ?? reason(code))
          : deciding;
      return {
        outcome,
        reasons: [first, ...reasons.filter((known) => known.code !== code)],
        addsPreflight,
        steps,
      };
    },
  };
}
