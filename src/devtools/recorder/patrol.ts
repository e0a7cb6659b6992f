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
 * happen while the user types, nor, if that can be helped, while the page calls.
 */
export const longLog = 3000;
/** ms without either */
const quiet = 2000;
/** Share of the time that looks take which the page does not come to rest for. */
const shareWithoutRest = 0.01;
/** ms that each request makes a look longer: measured in Chromium. */
const lookPerRequest = 0.1;

export interface PatrolOptions {
  readonly visit: () => Promise<Visit>;
  readonly isRecording: () => boolean;
  /** Calls of a long log may be missing for longer than those of others are, or no longer. */
  readonly onLate: (isLate: boolean) => void;
  readonly timer: Timer;
  /** ms */
  readonly now: () => number;
}

/**
 * Looks into the log again and again: Chromium never announces a fetch whose body the page does not read, and its log can
 * be read without harm.
 */
export function startPatrol({ visit, isRecording, onLate, timer, now }: PatrolOptions): LogVisits {
  /** Requests in the browser's log, as far as is known. */
  let length = 0;
  let loads = 0;
  let calledAt = -Infinity;
  let usedAt = -Infinity;
  let isLate = false;
  let last = { begun: now(), ended: now(), length: 0 };
  let cancel: () => void = () => {};

  const isLong = (): boolean => length > longLog;

  const schedule = (delay: number): void => {
    cancel();
    cancel = timer(() => void round(), delay);
  };

  const tellLateness = (): void => {
    isLate =
      isRecording() && isLong() && calledAt > last.begun && (isLate || now() - last.ended > longestInterval);
    onLate(isLate);
  };

  const look = async (): Promise<void> => {
    const load = loads;
    const begun = now();
    const { entries } = await visit();
    if (load === loads) length = entries;
    last = { begun, ended: now(), length };
  };

  /** When a long log may be looked into: soon in a quiet moment, later in any in which the user does nothing. */
  const nextOfLong = (): number => {
    const duration = last.ended - last.begun + Math.max(length - last.length, 0) * lookPerRequest;
    const atRest = Math.max(last.ended + duration / share, calledAt + quiet);
    return Math.max(Math.min(atRest, last.ended + duration / shareWithoutRest), usedAt + quiet);
  };

  const round = async (): Promise<void> => {
    tellLateness();
    const wait = isLong() ? nextOfLong() - now() : 0;
    if (wait > 0) return schedule(Math.min(wait, longestInterval));
    if (isRecording()) await look();
    tellLateness();
    const due = Math.max(interval, (last.ended - last.begun) / share);
    schedule(Math.min(due, longestInterval));
  };

  void round();
  return {
    announced: () => {
      length += 1;
      calledAt = now();
      tellLateness();
    },
    // the browser has emptied its log, unless the user wants it otherwise
    navigated: () => {
      length = 0;
      loads += 1;
      tellLateness();
      schedule(interval);
    },
    panelShown: () => {
      if (!isLong()) void look();
    },
    panelUsed: () => {
      usedAt = now();
    },
  };
}
