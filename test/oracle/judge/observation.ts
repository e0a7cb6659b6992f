import type { HopRequest } from '../world/world';

/** What the browser did with a case. */
export interface Observation {
  readonly ok: boolean;
  /** The script's error as text; `null`: there was none. */
  readonly error: string | null;
  /** In order of arrival at the servers. */
  readonly received: readonly HopRequest[];
}
