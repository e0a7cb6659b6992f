import type { HeaderSet } from '../agent/link-headers';
import { reason } from './reason';
import type { Evidence, Reason, ReasonCode } from './reason';
import { sharedConclusion } from './shared-conclusion';
import type { Conclusion, Outcome, Step } from './types';

/** Collects what one route's decision looked at until a rule decides. */
export class Decision {
  /**
   * A rule that holds. It leaves a step and nothing else: where no steps are wanted it is not there, and `pass?.(…)` does
   * not even put its evidence together.
   */
  readonly pass: ((rule: string, evidence?: Evidence) => void) | undefined;
  private readonly reasons: Reason[] = [];
  private added: HeaderSet | undefined;

  /** @param steps takes the rules in the order in which they are looked at; `null`: nobody wants to see them */
  constructor(private readonly steps: Step[] | null) {
    if (steps !== null) this.pass = (rule, evidence) => void steps.push({ rule, result: 'pass', evidence });
  }

  /** A rule that does not hold; its reason joins the verdict. */
  fail(rule: string, because: Reason): void {
    this.add(rule, 'fail', because);
  }

  /** A rule that nobody can decide yet. */
  unknown(rule: string, because: Reason): void {
    this.add(rule, 'unknown', because);
  }

  /** Something a reader should know that decides nothing. */
  note(rule: string, because: Reason): void {
    this.add(rule, 'note', because);
  }

  /** Header route: what the agent adds to the call; the last word counts. */
  adds(headers: HeaderSet): void {
    this.added = headers;
  }

  /** Ends the decision; `deciding` comes first among the reasons. */
  verdict(outcome: Outcome, deciding: ReasonCode | Reason, addsPreflight = false): Conclusion {
    const first = typeof deciding === 'string' ? (this.known(deciding) ?? reason(deciding)) : deciding;
    const others = this.reasons.filter(({ code }) => code !== first.code);
    return sharedConclusion({ outcome, reasons: [first, ...others], addsPreflight, adds: this.added });
  }

  private add(rule: string, result: Step['result'], because: Reason): void {
    this.steps?.push({ rule, result, evidence: because.evidence, reason: because.code });
    if (this.known(because.code) === undefined) this.reasons.push(because);
  }

  private known(wanted: ReasonCode): Reason | undefined {
    return this.reasons.find(({ code }) => code === wanted);
  }
}
