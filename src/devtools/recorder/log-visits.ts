import type { SlimEntry } from '../../protocol/slim-entry';

/** When the recorder looks into the browser's own log, for what was never announced. */
export interface LogVisits {
  /** A request was announced. */
  announced(entry: SlimEntry): void;
  /** Something happened after which the log is worth a look: a new document, the panel came to the front. */
  suggest(): void;
}

/** What came of a look into the log. */
export interface Visit {
  /** Answered requests that nobody had announced. */
  readonly unannounced: number;
}
