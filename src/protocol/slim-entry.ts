import type { HarEntry, HarRequest } from '../core/exchange/har';

/** A slim HAR entry whose indispensable members are there for certain. */
export interface SlimEntry extends HarEntry {
  /** ISO 8601, valid. */
  readonly startedDateTime: string;
  readonly request: HarRequest & { readonly method: string; readonly url: string };
}
