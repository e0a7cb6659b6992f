import type { CorsResponse } from '../fetch/types';
import type { NetworkRecord } from './network-record';

/** A request with its answer and the preflight that asked for it. */
export interface HopRecords {
  readonly request: NetworkRecord;
  /** The request's, settled. */
  readonly response: CorsResponse | null;
  readonly preflight: NetworkRecord | null;
}
