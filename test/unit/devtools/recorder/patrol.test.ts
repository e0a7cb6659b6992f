import { describe, expect, it } from 'vitest';
import { startPatrol } from '../../../../src/devtools/recorder/patrol';

/** Delays (ms) of the rounds that follow, where each look into the log takes so long (ms). */
async function delaysOf(duration: number): Promise<readonly number[]> {
  let clock = 0;
  const delays: number[] = [];
  const due: (() => void)[] = [];
  startPatrol({
    visit: async () => void (clock += duration),
    isRecording: () => true,
    timer: (task, delay) => {
      delays.push(delay);
      due.push(task);
      return () => {};
    },
    now: () => clock,
  });
  for (let round = 0; round < 2; round++) {
    await new Promise((resolve) => setImmediate(resolve));
    due.shift()?.();
  }
  return delays;
}

describe('the patrol', () => {
  it.each([
    ['looks often into a small log', 5, 1500],
    ['spends a fiftieth of its time on a large one', 100, 5000],
    ['never lets a call wait for long', 1000, 8000],
  ])('%s', async (_, duration, delay) => {
    expect(await delaysOf(duration)).toEqual([delay, delay, delay]);
  });
});
