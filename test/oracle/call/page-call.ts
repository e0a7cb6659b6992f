import { runnerPath } from '../world/runner-path';
import type { Frame, OracleCase, ScriptedCall } from '../world/case';
import { hopUrl } from '../world/hop-url';

/** A case as the runner in the page gets it. */
export interface PageCall extends ScriptedCall {
  readonly id: number;
  readonly url: string;
  readonly frame: PageFrame | null;
}

export interface PageFrame {
  readonly kind: Exclude<Frame['kind'], 'top'>;
  readonly url: string;
}

/** How a call ended for the script that made it. */
export interface PageOutcome {
  readonly id: number;
  readonly ok: boolean;
  /** The error as text; `null`: there was none. */
  readonly error: string | null;
}

export function pageCall({ page, call, hops }: OracleCase, id: number): PageCall {
  const { frame } = page;
  const [first] = hops;
  if (first === undefined) throw new Error('A case has at least one hop');
  return {
    ...call,
    id,
    url: hopUrl(first, id, 0),
    frame: frame.kind === 'top' ? null : { kind: frame.kind, url: `${frame.origin}${runnerPath}` },
  };
}
