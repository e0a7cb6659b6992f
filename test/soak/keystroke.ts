import type { ChromiumDriver } from '../browser/chromium/chromium-driver';

/** ms from a keystroke in the panel's filter until what it changed is painted; several, one after the other. */
export async function keystrokes(driver: ChromiumDriver, times: number): Promise<number[]> {
  return driver.panelEval(async (count) => {
    const field = document.querySelector<HTMLInputElement>('[aria-label="Filter"]');
    const bar = document.querySelector('.status-bar [role=status]');
    if (field === null || bar === null) throw new Error('the panel has no filter');
    const type = async (text: string, isDone: (status: string) => boolean): Promise<number> => {
      const start = performance.now();
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      do await new Promise(requestAnimationFrame);
      while (!isDone(bar.textContent ?? ''));
      await new Promise((resolve) => setTimeout(resolve));
      return performance.now() - start;
    };
    const results: number[] = [];
    for (let n = 0; n < count; n++) {
      // "12 of 1,000 calls" while a filter is in force
      results.push(await type(`n=${n + 1}`, (status) => status.includes(' of ')));
      await type('', (status) => !status.includes(' of '));
    }
    return results;
  }, times);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
