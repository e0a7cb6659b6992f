import type { UnknownCauses } from './unknown-causes';
import type { Conclusion, Outcome, Route, Verdict } from '../verdict/types';

/** What all calls of one endpoint come to; an endpoint is method + origin + path with ids folded. */
export interface EndpointResult<V extends Conclusion = Verdict> {
  /** `GET https://api.shop.test/orders/{id}` */
  readonly key: string;
  readonly method: string;
  readonly origin: string;
  /** Path with ids folded to `{id}`. */
  readonly path: string;
  /** Calls. */
  readonly count: number;
  /** Ids of its exchanges. */
  readonly exchanges: readonly string[];
  /** Per route the verdict that needs attention most: breaks, unknown, unlinked, cannot, links. */
  readonly verdicts: Readonly<Record<Route, V>>;
}

export type OutcomeCounts = Readonly<Record<Outcome, number>>;

/** The rollout in numbers: outcomes count endpoints, preflights count calls. */
export interface RolloutSummary {
  readonly today: OutcomeCounts;
  readonly cookies: OutcomeCounts;
  readonly header: OutcomeCounts;
  /** Why endpoints are unknown on the header route: the deciding reasons. */
  readonly unknownOnHeader: UnknownCauses;
  /** Calls that would be preceded by a preflight that they do not have today. */
  readonly addedPreflights: { readonly cookies: number; readonly header: number };
  /** What one added preflight would cost, ms: median of the preflights seen, else of the waiting times; `null`: none seen. */
  readonly preflightCost: {
    readonly median: number;
    readonly basis: 'preflights' | 'responses';
    readonly samples: number;
  } | null;
}
