import type { HarEntry } from '../core/exchange/har';

export interface SlimHeader {
  readonly name: string;
  readonly value: string;
}

/** ms; -1: does not apply. */
export type SlimTimings = Readonly<
  Record<'blocked' | 'dns' | 'connect' | 'ssl' | 'send' | 'wait' | 'receive', number>
>;

/** A HAR entry without bodies, cookies and query, whose indispensable members are there for certain. */
export interface SlimEntry extends HarEntry {
  /** ISO 8601, valid. */
  readonly startedDateTime: string;
  /** ms */
  readonly time: number;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: readonly SlimHeader[];
  };
  readonly response: {
    /** 0: no answer. */
    readonly status: number;
    readonly statusText: string;
    readonly headers: readonly SlimHeader[];
    readonly content: { readonly size: number; readonly mimeType: string };
    readonly redirectURL: string;
    readonly _error?: string;
    readonly _fetchedViaServiceWorker?: boolean;
    readonly _serviceWorkerResponseSource?: string;
  };
  readonly timings: SlimTimings;
}
