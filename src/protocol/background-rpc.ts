import type { Cookie } from '../core';
import type { HookCall } from '../core/exchange/hook-call';
import type { ProbeRequest, ProbeResult } from '../core/probe/types';
import type { Trial, TrialEnd } from './trial';

/** Which of the hosts asked for are granted. */
export interface AccessReading {
  readonly granted: readonly string[];
  readonly missing: readonly string[];
  /** Every pattern that the user has granted. */
  readonly all: readonly string[];
}

/** Who asks for access, and what for; shown on the page that asks (Firefox). */
export interface AccessQuestion {
  /** Match patterns, as `accessPatterns` makes them. */
  readonly patterns: readonly string[];
  /** Host of the inspected page. */
  readonly page: string;
}

export type RevokeResult = { readonly kind: 'revoked' } | { readonly kind: 'failed'; readonly why: string };

/** Where the page hook is registered for this panel's tab; it is there from the next load of a page on. */
export interface HookRegistration {
  readonly watching: readonly string[];
  /** Not granted, therefore not registered. */
  readonly missing: readonly string[];
}

/** The RUM cookies that the browser holds for page and targets. */
export interface CookieReading {
  readonly cookies: readonly Cookie[];
  /** Patterns of URLs whose cookies could not be read for want of access. */
  readonly missing: readonly string[];
}

export type TrialStart =
  | { readonly kind: 'started' }
  /** Nothing was changed. */
  | { readonly kind: 'no-access'; readonly missing: readonly string[] }
  | { readonly kind: 'failed'; readonly why: string };

/** What the panel asks of the background: name → parameters and result. Every call stands for itself; the background keeps no state for it. */
export interface BackgroundCalls {
  'access.read': { params: { readonly patterns: readonly string[] }; result: AccessReading };
  /** Firefox: opens the page whose button asks. Chrome's panel calls `permissions.request` in its own click handler. */
  'access.ask': { params: AccessQuestion; result: { readonly kind: 'opened' } };
  'access.revoke': { params: { readonly patterns: readonly string[] }; result: RevokeResult };
  /** Replaces what was watched before for this tab. */
  'hook.watch': { params: { readonly patterns: readonly string[] }; result: HookRegistration };
  'hook.unwatch': { params: Record<never, never>; result: { readonly kind: 'unwatched' } };
  /** `id`: made up by the caller, to cancel it by. `timeout`: ms. */
  'probe.run': {
    params: { readonly id: string; readonly request: ProbeRequest; readonly timeout: number };
    result: ProbeResult;
  };
  'probe.cancel': { params: { readonly id: string }; result: { readonly kind: 'cancelled' | 'not-running' } };
  'cookies.read': {
    params: {
      readonly pageUrl: string;
      readonly targets: readonly string[];
    };
    result: CookieReading;
  };
  /** Sets rules and marks; then the panel reloads the page with `trialBootstrap(trial)` as injected script. */
  'trial.start': { params: { readonly trial: Trial }; result: TrialStart };
  'trial.stop': { params: Record<never, never>; result: { readonly kind: 'stopped' } };
  /** The trial in force for this tab, as the background knows it. */
  'trial.read': { params: Record<never, never>; result: { readonly trial: Trial | null } };
}

export type BackgroundCall = keyof BackgroundCalls;
export type CallParams<Name extends BackgroundCall> = BackgroundCalls[Name]['params'];
export type CallResult<Name extends BackgroundCall> = BackgroundCalls[Name]['result'];

/** A document in which the page hook has started. */
export interface HookDocument {
  /** Made up by the relay; tells documents of one frame apart. */
  readonly document: string;
  /** 0: the tab's page. */
  readonly frameId: number;
  readonly url: string;
  /** ms since the epoch */
  readonly startedAt: number;
  /** Id of the trial that was in force from the first request on; `null`: none. */
  readonly trialFromStart: string | null;
}

/** What the background tells the panel of a tab, unasked. */
export type BackgroundEvent =
  /** Granted or revoked, here or in the browser's own settings: read the access again. */
  | { readonly type: 'access-changed' }
  | { readonly type: 'hook-started'; readonly document: HookDocument }
  | {
      readonly type: 'hook-calls';
      readonly document: string;
      readonly frameId: number;
      readonly calls: readonly HookCall[];
      /** Calls that this document made and that were not reported: too many at once. */
      readonly dropped: number;
    }
  | { readonly type: 'trial-ended'; readonly id: string; readonly why: TrialEnd };

/** The background, for the panel of one tab. */
export interface BackgroundClient {
  /**
   * Wakes the background where it sleeps.
   * @throws BackgroundError it cannot be reached, or failed
   */
  call<Name extends BackgroundCall>(name: Name, params: CallParams<Name>): Promise<CallResult<Name>>;
  onEvent(listener: (event: BackgroundEvent) => void): () => void;
  close(): void;
}
