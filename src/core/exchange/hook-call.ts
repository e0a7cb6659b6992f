import type { HeaderSet } from '../agent/link-headers';
import type { Credentials } from '../fetch/types';

/** A header that a script set; `value` is `null` where it does not bear on linking and is therefore never read out. */
export interface HookHeader {
  readonly name: string;
  readonly value: string | null;
}

/**
 * What the page showed of the RUM agent: nothing, a classic agent's configuration only, one that runs, or the New RUM Experience
 * (1.337), of which nothing is recorded that would tell whether it has started.
 */
export type AgentPresence = 'none' | 'starting' | 'running' | 'new-rum';

/** What a trial did to a call. */
export type HookTrialEffect =
  | { readonly kind: 'header-added'; readonly headers: HeaderSet }
  | { readonly kind: 'made-credentialed' }
  /** It had the headers, or was credentialed, without the trial. */
  | { readonly kind: 'already' }
  /** The trial is not meant for it. */
  | { readonly kind: 'not-matched' }
  /** It is meant for it, and could not be changed. */
  | { readonly kind: 'not-possible'; readonly why: string };

/** One call of a document's script, as the page hook saw it on its way into the browser. Nothing of it is proven: the page may forge it. */
export interface HookCall {
  /** Rises with the calls of one document. */
  readonly n: number;
  readonly api: 'xhr' | 'fetch' | 'beacon';
  /** ms since the epoch, with fractions */
  readonly at: number;
  /** As the script (or the agent for it) passed it; of a `Request` its `url`. */
  readonly url: string;
  readonly method: string;
  /** Kind of fetch's first argument; XHR and beacon: `string` or `url`. */
  readonly input: 'string' | 'url' | 'request';
  /** Kind of `init.headers`; XHR: `none`. */
  readonly container: 'none' | 'object' | 'headers' | 'array' | 'other';
  /** `Object.freeze`d by the script. */
  readonly frozen: 'init' | 'headers' | null;
  /** In the order in which they were set. */
  readonly headers: readonly HookHeader[];
  readonly mode: 'cors' | 'no-cors' | 'same-origin' | 'navigate';
  readonly credentials: Credentials;
  readonly body:
    | 'none'
    | 'text'
    | 'form-data'
    | 'url-search-params'
    | 'blob'
    | 'buffer'
    | 'document'
    | 'stream'
    | 'request'
    | 'other';
  /** XHR: a listener on `xhr.upload` when `send()` was called; `null`: cannot be told. */
  readonly uploadListener: boolean | null;
  readonly keepalive: boolean;
  /** XHR opened with `async = false`. */
  readonly sync: boolean;
  /** `document.URL` of the calling document at this time. */
  readonly documentUrl: string;
  /** `document.baseURI` at this time. */
  readonly baseUrl: string;
  readonly agent: AgentPresence;
  /** Id of the trial in force, and what it did; `null`: none. */
  readonly trial: { readonly id: string; readonly effect: HookTrialEffect } | null;
}
