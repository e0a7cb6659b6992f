import type { CorsResponse, Credentials, Header } from '../fetch/types';
import type { HookCall, HookTrialEffect } from './hook-call';

/** Where a fact about an exchange comes from. */
export type FactSource = 'network log' | 'page hook' | 'inferred';

/** A fact with its origin, or why it is not known. */
export type Fact<T> =
  | { readonly known: true; readonly value: T; readonly source: FactSource }
  | { readonly known: false; readonly why: string };

/**
 * What made the request. `preflight`: an OPTIONS that no request claimed. `agent-beacon`: the RUM agent's own
 * traffic. `script`: XHR or fetch, the log does not tell which.
 */
export type ExchangeApi =
  'xhr' | 'fetch' | 'script' | 'beacon' | 'eventsource' | 'worker' | 'preflight' | 'agent-beacon';

/** An OPTIONS of the browser as it was seen, tied to the hop that it asked for. */
export interface ObservedPreflight {
  readonly url: string;
  /** ms since the epoch */
  readonly startedAt: number;
  /** ms */
  readonly duration: number;
  readonly requestHeaders: readonly Header[];
  /** `null`: no answer (status 0). */
  readonly response: CorsResponse | null;
}

/** One request of a call; a redirected call has several. */
export interface ExchangeHop {
  readonly url: string;
  readonly method: string;
  /** As seen on the wire: the script's, the agent's and the browser's own. */
  readonly requestHeaders: readonly Header[];
  /** `null`: never answered, or not shown. */
  readonly response: CorsResponse | null;
  readonly preflight: ObservedPreflight | null;
  /** ms since the epoch */
  readonly startedAt: number;
  /** ms */
  readonly duration: number;
}

/** One XHR/fetch call of the page with its preflights, redirects and response. */
export interface Exchange {
  /** Stable within a session. */
  readonly id: string;
  readonly api: ExchangeApi;
  readonly method: string;
  /** URL of the first hop, absolute. */
  readonly url: string;
  /** Serialised origin of the document (or worker) that made the call; `'null'` if opaque. */
  readonly initiatorOrigin: string;
  /** URL of that document where the log tells it. */
  readonly documentUrl: string | null;
  /** URL of the top-level page; `null` where the log does not tell. */
  readonly pageUrl: string | null;
  /** Which load of the page it belongs to (HAR `pageref`). */
  readonly pageref: string | null;
  /** ms since the epoch */
  readonly startedAt: number;
  /** ms from the first request to the last answer */
  readonly duration: number;
  /** At least one, in the order in which they were requested. */
  readonly hops: readonly [ExchangeHop, ...ExchangeHop[]];
  /** The browser's own word that the call failed (`net::ERR_FAILED`); `null`: it said nothing. */
  readonly error: string | null;
  readonly credentials: Fact<Credentials>;
  readonly mode: Fact<'cors' | 'no-cors' | 'same-origin'>;
  /** The URL as the script passed it. */
  readonly rawUrl: Fact<string>;
  readonly uploadListener: Fact<boolean>;
  /** A service worker made the answer up. */
  readonly servedByServiceWorker: boolean;
  /**
   * A service worker fetched the answer for the page: headers are what the page set and may read, not those on the wire. Missing: no
   * sign of that.
   */
  readonly passedOnByServiceWorker?: true | undefined;
  /** Cookies in this log are those on the wire (not removed by a sanitising export). */
  readonly cookiesVisible: boolean;
  /** What a live trial did to the call, as the page hook reported it, or as a HAR of Crosslink noted; missing: no hook saw the call, or no trial was in force. */
  readonly trial?: { readonly id: string; readonly effect: HookTrialEffect } | undefined;
  /** The call as the page hook saw it; missing: no hook was there, or none of its reports fits. */
  readonly hook?: HookCall | undefined;
}
