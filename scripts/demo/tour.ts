import type { Page } from 'puppeteer-core';
import type { PanelDriver } from '../../test/browser/driver';

const restMs = 2_000;

/** Clicks every button of the page once, those that appear on the way included, as a curious visitor would. */
export async function clickThrough(page: Page): Promise<void> {
  await page.waitForNetworkIdle();
  const clicked = new Set<string>();
  for (;;) {
    const button = await nextButton(page, clicked);
    if (button === null) return;
    clicked.add(button.name);
    await button.handle.click();
    await page.waitForNetworkIdle();
  }
}

async function nextButton(page: Page, clicked: ReadonlySet<string>) {
  for (const handle of await page.$$('button:not(:disabled)')) {
    const name = await handle.evaluate((button) => button.ariaLabel ?? button.innerText);
    if (!clicked.has(name) && (await handle.isVisible())) return { handle, name };
  }
  return null;
}

/** Resolves when the panel's table has rows and none came for a while (ms): the network's last entries come late. */
export async function untilAtRest(driver: PanelDriver): Promise<void> {
  await driver.panelWait(async (ms) => {
    const count = () => Number(document.querySelector('[role=treegrid]')?.getAttribute('aria-rowcount') ?? 0);
    const before = count();
    await new Promise((resolve) => setTimeout(resolve, ms));
    return before > 1 && count() === before;
  }, restMs);
}
