/** ms: more than a frame */
const pause = 30;

/** Resolves when the browser has had the time to paint what changed: before work that keeps it from painting. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, pause));
}
