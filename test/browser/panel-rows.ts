import type { Outcome } from '../../src/core';
import type { PanelDriver } from './driver';

/** A row of the panel's table as its `data-*` attributes tell it. Navigation rows have a URL only. */
export interface PanelRow {
  readonly kind: 'endpoint' | 'exchange' | 'preflight' | 'navigation';
  readonly method?: string;
  readonly url: string;
  readonly today?: Outcome;
  readonly cookies?: Outcome;
  readonly header?: Outcome;
}

/** All rows in their order, those out of sight included: scrolls through the table, which must have come to rest. */
export async function readRows(driver: Pick<PanelDriver, 'panelEval'>): Promise<PanelRow[]> {
  const rows = await driver.panelEval(async () => {
    const grid = document.querySelector('[role=treegrid]');
    if (grid === null) throw new Error('the panel has no table');
    const found = new Map<number, DOMStringMap>();
    // only rows in sight exist: those from the first that is missing are brought there until all have been
    for (let next = 0, idleFrames = 0; idleFrames < 300; idleFrames += 1) {
      const inSight = [...grid.querySelectorAll<HTMLElement>('[data-index]')];
      for (const row of inSight) found.set(Number(row.dataset['index']), { ...row.dataset });
      for (; found.has(next); next += 1) idleFrames = 0;
      // the row of column names counts, too
      if (next >= Number(grid.getAttribute('aria-rowcount')) - 1) {
        return [...found].sort(([a], [b]) => a - b).map(([, data]) => data);
      }
      grid.scrollTop = next * (inSight[0]?.offsetHeight ?? 0);
      await new Promise(requestAnimationFrame);
    }
    throw new Error(`${found.size} of ${grid.getAttribute('aria-rowcount')} rows appeared`);
  });
  return rows as unknown as PanelRow[];
}
