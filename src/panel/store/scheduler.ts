import { browserTimer, type Timer } from '../../protocol/timer';

/** When work is done; a parameter of the stores, so that tests own the time. */
export interface Scheduler {
  /** Milliseconds of a clock that never goes back. */
  now(): number;
  /** Before the next painting; not at all while the panel is hidden. */
  nextFrame(task: () => void): void;
  readonly after: Timer;
}

export function browserScheduler(): Scheduler {
  return {
    now: () => performance.now(),
    nextFrame: (task) => void requestAnimationFrame(task),
    after: browserTimer,
  };
}

/** Runs `task` once in the next frame, however often it is asked for until then. */
export function oncePerFrame(scheduler: Scheduler, task: () => void): () => void {
  let due = false;
  return () => {
    if (due) return;
    due = true;
    scheduler.nextFrame(() => {
      due = false;
      task();
    });
  };
}
