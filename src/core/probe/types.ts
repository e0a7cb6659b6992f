import type { HeaderSet } from '../agent/link-headers';
import type { CorsResponse, Header } from '../fetch/types';

/** What a route changes about a call. */
export type RouteChange =
  { readonly route: 'cookies' } | { readonly route: 'header'; readonly adds: HeaderSet };

/** What a probe asks an endpoint: the preflight that the browser would send for a call. */
export interface ProbeRequest {
  /** Absolute, http or https, without fragment. */
  readonly url: string;
  /** Serialised origin of the calling document, `'null'` if opaque. */
  readonly origin: string;
  /** Of the call, as `Access-Control-Request-Method` names it. */
  readonly method: string;
  /** Lower-case, sorted, unique: what `Access-Control-Request-Headers` names; empty: that header is not sent. */
  readonly headerNames: readonly string[];
}

/** The OPTIONS that a probe sent. */
export interface SentProbe {
  readonly request: ProbeRequest;
  /** The headers that make it a preflight, as they were sent; the browser adds its own (User-Agent, Accept-Encoding, …). */
  readonly headers: readonly Header[];
  /** ms since the epoch */
  readonly startedAt: number;
  /** ms */
  readonly duration: number;
}

/** What came of a probe. */
export type ProbeResult =
  | { readonly kind: 'answered'; readonly sent: SentProbe; readonly response: CorsResponse }
  /** A preflight that is redirected always fails; the browser shows neither status nor target. */
  | { readonly kind: 'redirected'; readonly sent: SentProbe }
  /** Nothing answered: name not found, connection refused or reset, bad certificate. `why`: the browser's words. */
  | { readonly kind: 'no-answer'; readonly sent: SentProbe; readonly why: string }
  | { readonly kind: 'timeout'; readonly sent: SentProbe; readonly after: number }
  | { readonly kind: 'cancelled' }
  /** The user has not granted access to the endpoint's host. */
  | { readonly kind: 'no-access'; readonly pattern: string }
  /** The browser refused the rule that sets the probe's headers: nothing was sent. */
  | { readonly kind: 'failed'; readonly why: string };

/** Results that say something of the endpoint. */
export type ProbeAnswer = Extract<ProbeResult, { kind: 'answered' | 'redirected' | 'no-answer' }>;
