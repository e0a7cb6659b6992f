import type { ReadonlySignal, Signal } from '@preact/signals';
import type {
  Difference,
  HeaderSet,
  Outcome,
  Tried,
  TrialComparison,
  TrialMode,
  TrialRoute,
  Verdict,
} from '../../../core';
import type { Trial, TrialEnd } from '../../../protocol/trial';

/** What a trial is to change, as it was chosen in its dialog. */
export interface TrialChoices {
  readonly route: TrialRoute;
  readonly mode: TrialMode;
  /** `matched`: calls that the pattern in force matches; `ticked`: calls to the endpoints in `ticked`. */
  readonly scope: 'matched' | 'ticked';
  /** Keys of endpoints. */
  readonly ticked: ReadonlySet<string>;
}

/**
 * Why a trial would leave an endpoint alone. `unproven`: guarded, and the server is not known to accept it; `cannot`: the
 * route can never apply to it.
 */
export type LeftAlone = 'not-matched' | 'not-ticked' | 'unproven' | 'cannot';

/** An endpoint that a trial could change. Same-origin ones are never among them. */
export interface PlannedEndpoint {
  readonly key: string;
  readonly method: string;
  readonly origin: string;
  readonly path: string;
  readonly predicted: Outcome;
  /** `null`: the trial changes its calls. */
  readonly leftAlone: LeftAlone | null;
}

export interface TrialPlan {
  readonly endpoints: readonly PlannedEndpoint[];
  /** Endpoints whose calls would be changed. */
  readonly included: number;
  /** Of those, the ones that are predicted to break. */
  readonly breaking: number;
  /** The trial also changes calls to endpoints that the pattern matches later. */
  readonly includesUnseen: boolean;
  /** What a trial of the header route adds. */
  readonly adds: HeaderSet;
  /** What picks the calls; empty: every cross-origin one. */
  readonly pattern: string;
  /** Those that it leaves out; `null`: none. */
  readonly exclusions: string | null;
  /** `null`: it cannot be started; `obstacle` says why. */
  readonly trial: Trial | null;
  readonly obstacle: string | null;
}

/** Why a trial is over. */
export type TrialOver = TrialEnd | 'stopped';

export type TrialState =
  | { readonly kind: 'none' | 'starting' }
  | { readonly kind: 'running' | 'stopping'; readonly trial: Trial }
  /** The page may still show what the trial did to it, until it is loaded again. */
  | { readonly kind: 'over'; readonly trial: Trial; readonly why: TrialOver }
  | { readonly kind: 'failed'; readonly why: string };

/** What a trial made of one call, beside what was predicted for its endpoint. */
export interface TriedCall extends Tried {
  readonly route: TrialRoute;
  readonly mode: TrialMode;
  /** `null`: the endpoint was not seen before the trial. */
  readonly predicted: Verdict | null;
  readonly difference: Difference | null;
}

export interface TrialStore {
  readonly state: ReadonlySignal<TrialState>;
  readonly choices: Signal<TrialChoices>;
  readonly plan: ReadonlySignal<TrialPlan>;
  /** When the documented conditions were confirmed for this site and these headers, ms since the epoch; `null`: not yet. */
  readonly confirmedAt: ReadonlySignal<number | null>;
  confirm(): void;
  /** In a click or key handler: asks for access where it is missing, alters the page and loads it again. */
  start(): void;
  /** Undoes everything at once. */
  stop(): void;
  /** Loads the page again; with the trial while one is in force. */
  reload(): void;
  dismiss(): void;
  /** `null`: there was no trial. */
  readonly comparison: ReadonlySignal<TrialComparison | null>;
  /** Calls of the trial that are compared no more: it has gone on for long. */
  readonly forgotten: ReadonlySignal<number>;
  /** `null`: no trial altered this call. */
  triedCall(exchangeId: string): TriedCall | null;
  /** Of an endpoint's calls what needs attention most. */
  triedEndpoint(key: string): TriedCall | null;
}
