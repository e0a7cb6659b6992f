import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Engine, EngineDifference, ShippingEngine } from '../../../core';

/** For whom the verdicts are; `own`: the browser that made the calls. */
export type JudgeFor = 'own' | Engine;

/** An endpoint some of whose calls another browser judges otherwise. */
export interface DifferingEndpoint {
  readonly calls: number;
  readonly engines: readonly ShippingEngine[];
}

/** The browsers that verdicts can be for, and where they differ. */
export interface EnginesStore {
  /** The browser that made the calls. */
  readonly own: Engine;
  /** Remembered; the same for all sessions. */
  readonly judgeFor: Signal<JudgeFor>;
  readonly judgedFor: ReadonlySignal<Engine>;
  /** By the ids of the calls that another browser judges otherwise; found out little by little. */
  readonly calls: ReadonlySignal<ReadonlyMap<string, readonly EngineDifference[]>>;
  /** By the keys of their endpoints. */
  readonly endpoints: ReadonlySignal<ReadonlyMap<string, DifferingEndpoint>>;
}
