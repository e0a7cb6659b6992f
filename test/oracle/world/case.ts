import type { Credentials, Header } from '../../../src/core';

/** One call of a page, the servers that it meets, and where the page stands: all that a browser is asked. */
export interface OracleCase {
  readonly page: CallingPage;
  readonly call: ScriptedCall;
  /** At least one; each but the last is meant to lead to the next. */
  readonly hops: readonly ServerHop[];
}

export interface CallingPage {
  /** Origin of the tab's document. */
  readonly topLevel: string;
  /** Document that calls: the tab's own, or one in an iframe. */
  readonly frame: Frame;
}

export type Frame =
  | { readonly kind: 'top' }
  | { readonly kind: 'iframe'; readonly origin: string }
  /** `sandbox="allow-scripts"`: an opaque origin. */
  | { readonly kind: 'sandboxed'; readonly origin: string };

export type Body =
  | 'none'
  | 'string'
  | 'url-search-params'
  | 'form-data'
  | 'array-buffer'
  | 'text-blob'
  | 'json-blob'
  | 'untyped-blob'
  /** XHR only. */
  | 'document'
  /** fetch only. */
  | 'stream';

/** Kind of fetch's `init.headers`; `request`: in a Request that is given instead of a URL. */
export type Container = 'array' | 'object' | 'headers' | 'request';

export interface ScriptedCall {
  readonly api: 'fetch' | 'xhr';
  readonly method: string;
  /** In the order in which the script gives them. */
  readonly headers: readonly Header[];
  readonly container: Container;
  readonly mode: 'cors' | 'no-cors' | 'same-origin';
  readonly credentials: Credentials;
  readonly body: Body;
  readonly uploadListener: boolean;
}

/** One URL on the way. Its preflight's answer is used if the browser asks. */
export interface ServerHop {
  readonly origin: string;
  readonly path: string;
  readonly preflight: Answer;
  readonly response: Answer;
}

/** Header values are templates, see `fillTemplate`. `reset`: the connection is cut. */
export type Answer = { readonly status: number; readonly headers: readonly Header[] } | 'reset';

/** A cookie that a server sets when its own page is opened in the tab. */
export interface SetCookie {
  readonly name: string;
  readonly setBy: string;
  /** What follows `name=value`, each an attribute as written. */
  readonly attributes: readonly string[];
}
