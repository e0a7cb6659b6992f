import { addEventListener } from './natives';

const { timeout } = AbortSignal;

/** Runs the task after so many ms. `setTimeout` would take one of the ids that the page's own timers count up. */
export function later(task: () => void, delay: number): void {
  addEventListener(timeout(delay), 'abort', task);
}
