import type { Exchange } from '../exchange/types';
import type { Reason } from '../verdict/reason';
import type { Outcome, Route, Verdict } from '../verdict/types';

/** What a trial can change: the header is added, or the call is made credentialed. */
export type TrialRoute = Exclude<Route, 'today'>;

/**
 * - `strict`: as production would behave.
 * - `guarded`: only where the server is known to accept it.
 * - `as-if-fixed`: the servers' answers are mended on their way to the browser.
 */
export type TrialMode = 'strict' | 'guarded' | 'as-if-fixed';

/** What the browser made of a call that a trial altered. */
export interface Tried {
  readonly outcome: Extract<Outcome, 'links' | 'breaks' | 'unlinked' | 'unknown'>;
  readonly because: Reason;
}

/** A call from before the trial or in it, with its verdicts. */
export interface ComparedCall {
  readonly exchange: Exchange;
  readonly verdicts: Readonly<Record<Route, Verdict>>;
}

/**
 * How a prediction and the trial's outcome differ.
 * - `answered`: it was unknown or only likely, and now it is known.
 * - `mended`: the trial mended the answer by which it would break, or fails today.
 * - `not-by-agent`: the trial adds the context itself where the agent on this page would not.
 * - `answer-changed`: the endpoint was probed before, and answers otherwise now.
 * - `unexpected`: none of these.
 */
export type Difference = 'answered' | 'mended' | 'not-by-agent' | 'answer-changed' | 'unexpected';

/**
 * Why a trial altered none of an endpoint's calls. `not-in-force`: it had not reached their document, as it will the next one;
 * `never-in-time`: that begins without it each time. `unseen`: the page hook reported none of them (a worker's, or those of a frame that it cannot reach).
 */
export type Untried =
  | { readonly kind: 'already' | 'not-matched' | 'not-in-force' | 'never-in-time' | 'unseen' }
  | { readonly kind: 'not-possible'; readonly why: string };

/** One endpoint without and with the trial. */
export interface EndpointTrial {
  readonly key: string;
  readonly method: string;
  readonly origin: string;
  readonly path: string;
  /** Calls seen, and how many of them linked; `tried`: how many the trial altered. */
  readonly before: { readonly calls: number; readonly linked: number };
  readonly after: { readonly calls: number; readonly linked: number; readonly tried: number };
  /** Calls that the trial altered and that failed, though calls of this endpoint work without. */
  readonly broke: number;
  /** By the verdict before the trial; `null`: the endpoint was not seen before. */
  readonly predicted: Verdict | null;
  /** What needs attention most among the altered calls; `null`: none was altered. */
  readonly tried: Tried | null;
  /** `null`: some were altered, or it was not called. */
  readonly untried: Untried | null;
  /** `null`: as predicted, or not to be compared. */
  readonly difference: Difference | null;
  readonly preflights: PreflightCount;
}

export interface PreflightCount {
  readonly before: number;
  readonly after: number;
}

/** The same page walked without and with the trial. */
export interface TrialComparison {
  /** What differs or broke first, then by name. */
  readonly endpoints: readonly EndpointTrial[];
  readonly loads: { readonly before: number; readonly after: number };
  /** Calls. */
  readonly linked: { readonly before: number; readonly after: number };
  readonly tried: number;
  readonly broke: number;
  /** Endpoints whose outcome is not as predicted, and not for a reason that the trial itself gives. */
  readonly differing: number;
  /** Per load of the page. `time`: ms, `median`: of one preflight in the trial; `null`: there was none. */
  readonly preflights: {
    readonly perLoad: PreflightCount;
    readonly time: PreflightCount;
    readonly median: number | null;
  };
}
