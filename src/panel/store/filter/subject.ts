import type { Exchange } from '../../../core';
import type { PreflightState, Verdicts } from '../table/row';

/** How page and target stand to each other. */
export type Relation = 'same-origin' | 'same-site' | 'cross-site';

/** Whether a pattern matches a call's URL; `unknown`: too slow to tell, or it depends on what is not known. */
export type Matched = 'yes' | 'no' | 'unknown';

/** What the pattern in force and the deployed one make of a call. */
export interface Reach {
  readonly now: Matched;
  readonly deployed: Matched;
}

/** One object for each: every call has one. */
export const reaches = eachMatched((now) => eachMatched((deployed): Reach => ({ now, deployed })));

function eachMatched<T>(of: (matched: Matched) => T): Readonly<Record<Matched, T>> {
  return { yes: of('yes'), no: of('no'), unknown: of('unknown') };
}

/** What a filter can look at; put together once per exchange, so that a keystroke costs little. */
export interface FilterSubject {
  readonly exchange: Exchange;
  readonly verdicts: Verdicts;
  /** Lower-case text that free words are looked for in. */
  readonly haystack: string;
  readonly host: string;
  /** `null`: no answer. */
  readonly status: number | null;
  readonly relation: Relation;
  readonly preflight: PreflightState;
  readonly failed: boolean;
  readonly reach: Reach;
}

/** Matched by the pattern in force, not by the deployed one. */
export function isNewlyMatched({ now, deployed }: Reach): boolean {
  return now === 'yes' && deployed === 'no';
}

/** Matched by the deployed pattern, not by the one in force. */
export function isLost({ now, deployed }: Reach): boolean {
  return now === 'no' && deployed === 'yes';
}
