import type { Evidence, ReasonCode } from '../verdict/reason';

/** A header field; a list of these keeps order and duplicates as on the wire. */
export type Header = readonly [name: string, value: string];

/** Fetch standard, request's credentials mode. XHR without `withCredentials` is `same-origin`. */
export type Credentials = 'omit' | 'same-origin' | 'include';

/** Whose decision is simulated, where shipping browsers differ from the standard. */
export type Engine = 'standard' | 'chromium' | 'firefox';

/** What a script asked for: the input of every rule in this folder. */
export interface CorsRequest {
  /** Serialised origin of the requesting document, `'null'` if opaque. */
  readonly origin: string;
  /** Absolute URL. */
  readonly url: string;
  /** As the script gave it; normalisation is part of the rules. */
  readonly method: string;
  /** Those that the script set, content-type included. Forbidden ones are ignored by the rules. */
  readonly headers: readonly Header[];
  readonly credentials: Credentials;
  /** Default `cors`. */
  readonly mode?: 'cors' | 'no-cors' | 'same-origin' | undefined;
  /** XHR: a listener on `xhr.upload` was registered before `send()`. */
  readonly uploadListener?: boolean | undefined;
  readonly hasBody?: boolean | undefined;
  /** fetch: the body is a ReadableStream. */
  readonly streamBody?: boolean | undefined;
  /** URL or origin of the tab's page, where the document stands in a frame; by default the document is the tab's. */
  readonly topLevel?: string | undefined;
  /** Where it is known; rules hardly depend on it. */
  readonly api?: 'fetch' | 'xhr' | undefined;
  /** After a redirect: what came before it. Set by `redirectedRequest`. */
  readonly redirectedFrom?: RedirectedFrom | undefined;
}

/** What hops after a redirect still depend on. */
export interface RedirectedFrom {
  /** As the script made it. */
  readonly first: CorsRequest;
  /** A preflight was needed at some hop before. */
  readonly asked: boolean;
  /** The first request's headers less those that the last redirect alone dropped: what Firefox asks about. */
  readonly firefoxAsksAbout: readonly Header[];
}

export interface CorsResponse {
  /** HTTP status; 0 where nothing was answered. */
  readonly status: number;
  readonly headers: readonly Header[];
}

export type CorsFailure = {
  readonly ok: false;
  readonly reason: ReasonCode;
  /** One sentence with the values at hand. */
  readonly detail: string;
  readonly evidence?: Evidence | undefined;
};

export type CorsResult = { readonly ok: true } | CorsFailure;

/**
 * What makes the browser ask whatever method and headers are (Fetch, use-CORS-preflight flag). `asked-before`: Firefox
 * asks at every cross-origin hop after a redirect, once it had to ask or the script had set an unsafe header.
 */
export type PreflightFlag = 'upload-listener' | 'stream-body' | 'asked-before';

/** One thing that makes the browser ask first (Fetch, CORS-preflight fetch and use-CORS-preflight flag). */
export type PreflightCause =
  | { readonly kind: 'method'; readonly method: string }
  | { readonly kind: 'header'; readonly name: string }
  | { readonly kind: PreflightFlag };

/** One step of a redirected call. A 3xx response is followed by the next hop. */
export interface Hop {
  readonly url: string;
  readonly response: CorsResponse;
  readonly preflight?: CorsResponse | undefined;
}
