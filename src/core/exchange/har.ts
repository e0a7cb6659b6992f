/**
 * HTTP Archive 1.2 as tools really write it: Chromium, Edge and Firefox devtools, Charles, Fiddler, Playwright.
 * Every field may be missing, so that each flavour fits; what a field really holds is checked when an entry is read.
 * Fields with an underscore are vendors' own.
 */
export interface Har {
  readonly log: HarLog;
}

export interface HarLog {
  readonly entries: readonly HarEntry[];
  readonly pages?: readonly HarPage[] | null | undefined;
}

export interface HarPage {
  readonly id?: string | undefined;
  /** Chromium: the page's URL; Firefox: the document's title. */
  readonly title?: string | undefined;
  readonly startedDateTime?: string | undefined;
}

export interface HarHeader {
  readonly name?: string | undefined;
  readonly value?: string | undefined;
}

export interface HarRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers?: readonly HarHeader[] | undefined;
  /** Parsed cookies; some tools write these and no `Cookie` header. */
  readonly cookies?: readonly HarHeader[] | undefined;
}

export interface HarContent {
  readonly mimeType?: string | undefined;
  readonly size?: number | undefined;
  readonly text?: string | undefined;
  /** `base64`, or left out. */
  readonly encoding?: string | undefined;
}

export interface HarResponse {
  /** 0: no answer. */
  readonly status?: number | undefined;
  readonly headers?: readonly HarHeader[] | undefined;
  readonly content?: HarContent | null | undefined;
  /** As in `Location`: may be relative; empty: no redirect. */
  readonly redirectURL?: string | undefined;
  /** Chromium: `net::ERR_…` */
  readonly _error?: string | null | undefined;
  /** Playwright: why the request failed. */
  readonly _failureText?: string | null | undefined;
  readonly _fetchedViaServiceWorker?: boolean | undefined;
  /** Chromium: `network` when the service worker passed the network's answer on. */
  readonly _serviceWorkerResponseSource?: string | undefined;
}

/** Chromium: who made the request. */
export interface HarInitiator {
  readonly type?: string | undefined;
  readonly url?: string | null | undefined;
  readonly stack?: HarStack | undefined;
}

export interface HarStack {
  readonly callFrames?: readonly HarCallFrame[] | undefined;
  /** The asynchronous caller's stack. */
  readonly parent?: HarStack | undefined;
}

export interface HarCallFrame {
  readonly url?: string | undefined;
  readonly functionName?: string | undefined;
  readonly lineNumber?: number | undefined;
  readonly columnNumber?: number | undefined;
}

export interface HarEntry {
  readonly pageref?: string | undefined;
  /** ISO 8601 */
  readonly startedDateTime?: string | undefined;
  /** ms; some tools write -1 where it is not known. */
  readonly time?: number | undefined;
  readonly request?: HarRequest | undefined;
  readonly response?: HarResponse | undefined;
  /** Chromium: `xhr`, `fetch`, `ping`, `preflight`, `document`, … */
  readonly _resourceType?: string | null | undefined;
  /** Chromium; other tools write a URL. */
  readonly _initiator?: HarInitiator | string | null | undefined;
  readonly _error?: string | null | undefined;
  /** Chromium: `memory`, `disk` */
  readonly _fromCache?: string | null | undefined;
  readonly _fetchedViaServiceWorker?: boolean | undefined;
  readonly _priority?: string | null | undefined;
  /** Firefox */
  readonly _securityState?: string | null | undefined;
  /** Crosslink: what it knew of the call beside the entry. */
  readonly _crosslink?: { readonly trial?: unknown } | undefined;
}
