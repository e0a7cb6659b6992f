import type { EndpointResult, Exchange, Route, Verdict } from '../../../core';

export type Verdicts = Readonly<Record<Route, Verdict>>;

/** What an exchange (or the calls of an endpoint) has or would get of preflights; `added`: by some route, none today. */
export type PreflightState = 'seen' | 'added' | 'none';

/** Whether response headers show a OneAgent on the first tier; absence is no proof. */
export type TierState = 'seen' | 'not-seen';

/** One line of the table. `key` is stable while the thing exists; `depth` indents (0, 1, 2). */
export type Row =
  | {
      readonly kind: 'endpoint';
      readonly key: string;
      readonly depth: 0;
      readonly endpoint: EndpointResult;
      readonly expanded: boolean;
      readonly preflight: PreflightState;
      readonly tier: TierState;
      /** The call that was made last, and whether it failed. */
      readonly latest: { readonly exchange: Exchange; readonly failed: boolean };
    }
  | {
      readonly kind: 'exchange';
      readonly key: string;
      readonly depth: 0 | 1;
      readonly exchange: Exchange;
      readonly verdicts: Verdicts;
      /** The pattern in force matches its URL. */
      readonly matched: boolean;
      /** The browser refused or could not complete the call; an HTTP error status is no failure of this kind. */
      readonly failed: boolean;
      readonly preflight: PreflightState;
      readonly tier: TierState;
    }
  | {
      readonly kind: 'preflight';
      readonly key: string;
      readonly depth: 1 | 2;
      readonly exchange: Exchange;
      readonly hop: number;
    }
  | {
      readonly kind: 'navigation';
      readonly key: string;
      readonly depth: 0;
      readonly url: string;
      readonly at: number;
    };

/** The lines of the table from the top. A row is made when it is asked for: a large log has far more lines than are looked at. */
export interface RowList extends Iterable<Row> {
  readonly length: number;
  at(index: number): Row | undefined;
  /** -1: none has this key. */
  indexOf(key: string): number;
  depthAt(index: number): number;
}
