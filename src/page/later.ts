import { addEventListener } from './natives';

const { timeout } = AbortSignal;
const afterScript = queueMicrotask;

/**
 * Runs the task after so many ms. `setTimeout` would take one of the ids that the page's own timers count up. The timer costs as
 * much as some calls; the page's script need not wait for it.
 */
export function later(task: () => void, delay: number): void {
  afterScript(() => addEventListener(timeout(delay), 'abort', task));
}
