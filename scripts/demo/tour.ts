import type { PanelDriver } from '../../test/browser/driver';

const restMs = 2_000;

/** Walks through the shop as a customer does, and waits until the panel shows all that came of it. */
export async function tourShop(driver: PanelDriver): Promise<void> {
  await driver.pageEval(async () => {
    if (window.shop === undefined) throw new Error('the inspected page is not the demo shop');
    await window.shop.tour();
  });
  await untilAtRest(driver);
}

/** Resolves when the table has rows and none came for a while: nothing tells that a page will make no more requests. */
async function untilAtRest(driver: PanelDriver): Promise<void> {
  await driver.panelWait(async (ms) => {
    const count = () => Number(document.querySelector('[role=treegrid]')?.getAttribute('aria-rowcount') ?? 0);
    const before = count();
    await new Promise((resolve) => setTimeout(resolve, ms));
    return before > 1 && count() === before;
  }, restMs);
}
