import type { Exchange } from '../../../core';
import type { PreflightState, Verdicts } from '../types';

/** How page and target stand to each other. */
export type Relation = 'same-origin' | 'same-site' | 'cross-site';

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
  readonly matched: boolean;
}
