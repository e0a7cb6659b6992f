import type { AST } from '@eslint-community/regexpp';
import type { OriginRelation } from '../../site/origin-relation';
import type { PatternTarget } from '../pattern-target';

/** A URL of the page, and whether the pattern was found to match it. */
export interface SeenUrl {
  readonly url: string;
  /** To the page. */
  readonly relation: OriginRelation;
  readonly matched: boolean;
}

export interface LintContext {
  readonly target: PatternTarget;
  /** Results of the pattern that is linted, from a match job; empty: not there yet. */
  readonly seen?: readonly SeenUrl[];
  /** The slowest single test of the pattern, from a match job. */
  readonly slowest?: { readonly url: string; readonly ms: number } | null;
  /** The match job had to be ended after so many ms; absent or `null`: it ended by itself. */
  readonly endedAfter?: number | null;
}

/** What a rule looks at; `ast` is `null` for patterns that only the engine can read. */
export interface LintedPattern {
  readonly pattern: string;
  readonly ast: AST.Pattern | null;
  readonly context: LintContext;
}
