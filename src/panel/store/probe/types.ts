import type { ReadonlySignal } from '@preact/signals';
import type { EndpointResult, Exchange } from '../../../core';
import type { ProbeRequest, ProbeResult } from '../../../core/probe/types';

export interface ProbeProgress {
  readonly done: number;
  readonly total: number;
}

/** A preflight that can be, is being or was sent for a call. */
export interface ProbeRecord {
  readonly request: ProbeRequest;
  /** `null`: not probed. */
  readonly result: ProbeResult | null;
  /** ms since the epoch when `result` came. */
  readonly at: number | null;
  readonly running: boolean;
}

/** Asks endpoints what they would answer to the preflight that the agent's headers cause. Nothing is sent but by the user's click. */
export interface ProbeStore {
  /** Probes under way; `null`: none. */
  readonly progress: ReadonlySignal<ProbeProgress | null>;
  /** Endpoints whose verdict is unknown because nobody has asked them. */
  readonly unasked: ReadonlySignal<number>;
  /** Why the last probes could not be sent, in one sentence; `null`: they were. */
  readonly trouble: ReadonlySignal<string | null>;
  /** In a click or key handler: asks for access where it is missing. */
  probeUnasked(): void;
  /** The same for these endpoints, by their keys. */
  probeEndpoints(keys: Iterable<string>): void;
  /** The same for one call; again where it was probed before. */
  probeCall(exchange: Exchange): void;
  cancel(): void;
  /** The call by which an endpoint is asked; `null`: it has none. */
  targetOf(endpoint: EndpointResult): Exchange | null;
  /** `null`: a call that no preflight of this kind is sent for. */
  recordOf(exchange: Exchange): ProbeRecord | null;
  dismiss(): void;
}
