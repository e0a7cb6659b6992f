import type { Timer } from '../../protocol/timer';
import type { LogVisits } from './log-visits';

/** ms */
const interval = 1500;
/** A look into a large log takes its time: at most this share of it is spent on patrols. */
const share = 0.02;

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
    timer(() => void round(), Math.max(interval, (now() - begun) / share));
  };
  void round();
  return { announced: () => {}, navigated: () => {}, panelShown: () => void visit() };
}
