import type { ReadonlySignal } from '@preact/signals';

/**
 * Whether the page hook sees the page's calls.
 * - `no-access`: it may not be there.
 * - `reload`: it is registered, and comes with the next load: this page's first requests were made without it.
 * - `observing`: it was there from the first request on.
 */
export type HookState = 'no-access' | 'reload' | 'observing';

export interface HookStore {
  readonly state: ReadonlySignal<HookState>;
  /** Documents of this load that the hook is in, frames included. */
  readonly documents: ReadonlySignal<number>;
  /** Calls of this load that it could not report: too many at once. */
  readonly dropped: ReadonlySignal<number>;
}
