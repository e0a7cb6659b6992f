import type { Timer } from '../../protocol/timer';
import type { LogVisits } from './log-visits';

/** ms */
const interval = 1500;
/** A look into a large log takes its time: about this share of it is spent on patrols. */
const share = 0.02;
/** ms; what only a patrol finds is not to be waited for longer, however busy the machine is. */
const longestInterval = 8000;

export interface PatrolOptions {
  readonly visit: () => Promise<unknown>;
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
  const round = async (): Promise<void> => {
    const begun = now();
    if (isRecording()) await visit();
    const due = Math.max(interval, (now() - begun) / share);
    timer(() => void round(), Math.min(due, longestInterval));
  };
  void round();
  return { announced: () => {}, navigated: () => {}, panelShown: () => void visit() };
}
