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
    // the row of column names counts, too
    const count = () => Number(grid.getAttribute('aria-rowcount')) - 1;
    for (grid.scrollTop = 0; ; grid.scrollTop += grid.clientHeight / 2) {
      // only rows in sight exist: the scroll event comes with the next frame, the rows with the one after
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      for (const row of grid.querySelectorAll<HTMLElement>('[data-index]')) {
        found.set(Number(row.dataset['index']), { ...row.dataset });
      }
      if (found.size >= count()) break;
      if (grid.scrollTop + grid.clientHeight >= grid.scrollHeight) {
        throw new Error(`${found.size} of ${count()} rows appeared`);
      }
    }
    return [...found].sort(([a], [b]) => a - b).map(([, data]) => data);
  });
  return rows as unknown as PanelRow[];
}
