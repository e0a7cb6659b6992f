/** An endpoint of the page, folded as the rollout folds it (`endpointKey`). */
export interface TrialEndpoint {
  readonly method: string;
  readonly origin: string;
  /** `/orders/{id}` */
  readonly path: string;
}

/** Where the trial's `x-dtc` comes from. */
export type TrialValue =
  /** As the agent builds it, from the RUM cookies that scripts can read; where there are none, `fallback`. */
  | {
      readonly kind: 'agent';
      readonly postfix: string;
      readonly application: string;
      readonly fallback: string;
    }
  | { readonly kind: 'synthetic'; readonly value: string };

/** A change to the page's own requests in one tab. */
export interface Trial {
  /** Made up by the panel, unguessable: the page hook's reports name it. */
  readonly id: string;
  readonly change: { readonly route: 'header'; readonly value: TrialValue } | { readonly route: 'cookies' };
  /**
   * `strict`: as production would behave. `guarded`: `endpoints` are only those whose probe passed. `as-if-fixed`: the
   * answers of `hosts` are mended on their way to the browser.
   */
  readonly mode: 'strict' | 'guarded' | 'as-if-fixed';
  /** The agent's regex, matched without regard to case against the URL as passed and absolute; `null`: every call. */
  readonly pattern: string | null;
  /** Only calls to these; `null`: to all that the pattern matches. Same-origin calls are never changed. */
  readonly endpoints: readonly TrialEndpoint[] | null;
  /** Origin of the tab's page. The trial ends when the tab leaves its site. */
  readonly pageOrigin: string;
  /** `as-if-fixed`: origins whose answers are mended; otherwise empty. */
  readonly mendedOrigins: readonly string[];
}

/** Why a trial ended that the panel did not end itself. */
export type TrialEnd = 'left-site' | 'access-lost' | 'stopped-by-icon' | 'tab-closed';
