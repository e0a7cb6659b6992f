import type { Browser } from 'puppeteer-core';

/** Ends the extension's service worker, as the browser does with one that is idle. */
export async function killServiceWorker(browser: Browser): Promise<void> {
  const target = await browser.waitForTarget((each) => each.type() === 'service_worker');
  const worker = await target.worker();
  if (worker === null) throw new Error('the service worker cannot be attached to');
  try {
    await worker.close();
  } catch (error) {
    // one that ends at once has taken the session along from which it was to be detached in the end
    if (!String(error).includes('No session with given id')) throw error;
  }
}

/** Whether the extension's service worker has run so far that a click on the icon reaches it. */
export async function hearsIcon(browser: Browser): Promise<boolean> {
  const target = await browser.waitForTarget((each) => each.type() === 'service_worker');
  const worker = await target.worker();
  // a worker that has only begun has no `chrome` yet
  return (await worker?.evaluate('globalThis.chrome?.action?.onClicked.hasListeners()')) === true;
}
