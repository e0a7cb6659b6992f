import type { Timer } from '../../protocol/timer';
import type { LogVisits, Visit } from './log-visits';

/** ms */
const interval = 1500;
/** A look into a large log takes its time: about this share of it is spent on patrols. */
const share = 0.02;
/** ms; what only a patrol finds is not to be waited for longer, however busy the machine is. */
const longestInterval = 8000;
/**
 * Requests; the browser hands over its whole log at once, and of a longer one that stops the panel for so long that it must not
 * happen while the page calls or the user types.
 */
const longLog = 3000;
/** ms without either */
const quiet = 2000;

export interface PatrolOptions {
  readonly visit: () => Promise<Visit>;
  readonly isRecording: () => boolean;
  readonly timer: Timer;
  /** ms */
  readonly now: () => number;
}

/**
 * Looks into the log again and again: Chromium never announces a fetch whose body the page does not read, and its log can
 * be read without harm.
 */
export function startPatrol({ visit, isRecording, timer, now }: PatrolOptions): LogVisits {
  /** Requests in the browser's log, as far as is known. */
  let length = 0;
  let loads = 0;
  let busyAt = -Infinity;
  let cancel: () => void = () => {};

  const isLong = (): boolean => length > longLog;

  const schedule = (delay: number): void => {
    cancel();
    cancel = timer(() => void round(), delay);
  };

  const look = async (): Promise<void> => {
    const load = loads;
    const { entries } = await visit();
    if (load === loads) length = entries;
  };

  const round = async (): Promise<void> => {
    const begun = now();
    const rest = busyAt + quiet - begun;
    if (isLong() && rest > 0) return schedule(rest);
    if (isRecording()) await look();
    const due = Math.max(interval, (now() - begun) / share);
    schedule(isLong() ? due : Math.min(due, longestInterval));
  };

  void round();
  return {
    announced: () => {
      length += 1;
      busyAt = now();
    },
    // the browser has emptied its log, unless the user wants it otherwise
    navigated: () => {
      length = 0;
      loads += 1;
      schedule(interval);
    },
    panelShown: () => {
      if (!isLong()) void look();
    },
    panelUsed: () => {
      busyAt = now();
    },
  };
}
