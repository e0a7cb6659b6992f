import type { Scheduler } from '../../../../src/panel/store/scheduler';
import { createManualTimer } from '../../protocol/manual-timer';

/** Frames and timers come when the test says so; the clock may also run with every look at it. */
export function createManualScheduler({ tick = 0 }: { tick?: number } = {}) {
  const clock = createManualTimer(0);
  let frames: (() => void)[] = [];
  let looked = 0;
  const scheduler: Scheduler = {
    now: () => clock.now() + tick * looked++,
    nextFrame: (task) => void frames.push(task),
    after: clock.timer,
  };
  return {
    scheduler,
    /** Lets the frame come that was asked for. */
    frame: () => {
      const due = frames;
      frames = [];
      for (const task of due) task();
      return due.length;
    },
    advance: clock.advance,
    get pendingTimers() {
      return clock.pending;
    },
  };
}
