import type { CDPSession, Frame } from 'puppeteer-core';
import type { ChromiumDriver } from '../browser/chromium/chromium-driver';

/** What a process holds after a collection of garbage. */
export interface Gauge {
  /** MB of the JavaScript heap. */
  readonly heap: number;
  readonly listeners: number;
  readonly documents: number;
  readonly nodes: number;
}

/** Of the extension's process: panel, devtools page (the recorder) and whatever else lives in it. */
export async function gaugeExtension(driver: ChromiumDriver): Promise<Gauge> {
  const frame = driver.frontEnd.frames().find((each) => each.url().endsWith('/panel.html'));
  if (frame === undefined) throw new Error('the panel is not there');
  // puppeteer's types hide the session of a frame that has a process of its own
  return gauge((frame as Frame & { readonly client: CDPSession }).client);
}

export async function gaugePage(driver: ChromiumDriver): Promise<Gauge> {
  const session = await driver.page.createCDPSession();
  const result = await gauge(session);
  await session.detach();
  return result;
}

async function gauge(session: CDPSession): Promise<Gauge> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { jsEventListeners, documents, nodes } = await session.send('Memory.getDOMCounters');
  return { heap: usedSize / 2 ** 20, listeners: jsEventListeners, documents, nodes };
}
