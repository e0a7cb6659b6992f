import type { Timer } from '../../../src/protocol/timer';

/** A clock that stands still until it is advanced. */
export interface ManualTimer {
  readonly timer: Timer;
  /** ms since the epoch */
  now(): number;
  advance(ms: number): void;
  readonly pending: number;
}

export function createManualTimer(start = 1_000_000): ManualTimer {
  let now = start;
  const tasks = new Set<{ at: number; task: () => void }>();
  return {
    timer: (task, delay) => {
      const entry = { at: now + delay, task };
      tasks.add(entry);
      return () => tasks.delete(entry);
    },
    now: () => now,
    advance: (ms) => {
      const end = now + ms;
      for (;;) {
        const next = [...tasks].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        tasks.delete(next);
        now = Math.max(now, next.at);
        next.task();
      }
      now = end;
    },
    get pending() {
      return tasks.size;
    },
  };
}
