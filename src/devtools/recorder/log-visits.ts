import type { Sight } from './sight';

/** When the recorder looks into the browser's own log, for what was never announced. */
export interface LogVisits {
  /** A request was announced. */
  announced(entry: Sight): void;
  /** The tab shows a new document. */
  navigated(url: string): void;
  /** The panel came to the front. */
  panelShown(): void;
  /** The user does something in the panel. */
  panelUsed(): void;
}

/** What came of a look into the log. */
export interface Visit {
  /** Answered calls that nobody had announced. */
  readonly unannounced: number;
  /** How many requests the log has. */
  readonly entries: number;
}
