import type { ReadonlySignal } from '@preact/signals';
import type { Engine, Exchange, HarFile, Report } from '../../../core';
import type { Row, Verdicts } from '../table/row';

/** A call that stands for a row: the one whose verdict on the header route the row shows. */
export interface StandingCall {
  readonly exchange: Exchange;
  readonly verdicts: Verdicts;
}

/** What can leave the panel of a session, made when it is asked for: the calls as they are judged now, whatever the filter shows. */
export interface EvidenceStore {
  /** The one judged for. */
  readonly engine: ReadonlySignal<Engine>;
  /** Unredacted: whoever writes it down redacts it. */
  report(): Report;
  /** Those that calls went to, the busiest first. */
  hosts(): readonly string[];
  har(options: { readonly redact: boolean }): HarFile;
  /** `null`: the row is no call, or is gone. */
  standingCall(row: Row): StandingCall | null;
}
