import { launch, type CDPSession, type Page } from 'puppeteer-core';
import { chromiumArguments } from '../../lab/browser-flags';
import { chromiumPath, quietArguments } from '../../browser/chromium/launch';
import { pageHost, type PageServer } from '../../hooked-page/page-server';
import { shuffled } from './shuffled';

const rounds = 9;
const callsInARow = 100;

/**
 * ms of the main thread's CPU time for a call with its answer, half of them `fetch`, half XHR; by the variants' names, one for
 * each round.
 */
export async function mainThreadTime(
  server: PageServer,
  variants: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, readonly number[]>>> {
  const browser = await launch({
    executablePath: chromiumPath(),
    pipe: true,
    // its messages about each call would cost more than the calls
    networkEnabled: false,
    args: [...quietArguments, ...chromiumArguments(server)],
  });
  try {
    const times = Object.fromEntries(Object.keys(variants).map((name) => [name, [] as number[]]));
    for (let round = 0; round < rounds; round++) {
      for (const [name, scripts] of shuffled(Object.entries(variants))) {
        const page = await browser.newPage();
        await page.goto(`http://${pageHost}/?scripts=${scripts}`);
        times[name]?.push(await taskTime(page));
        await page.close();
      }
    }
    return times;
  } finally {
    await browser.close();
  }
}

async function taskTime(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  // the first calls compile what the others run
  await page.evaluate(makeCalls, 20);
  const before = await taskDuration(session);
  await page.evaluate(makeCalls, callsInARow);
  return ((await taskDuration(session)) - before) / (2 * callsInARow);
}

async function taskDuration(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value;
  if (seconds === undefined) throw new Error('Chromium tells no TaskDuration');
  return seconds * 1000;
}

/** Runs in the page. Ends when what was left for later is done, too. */
async function makeCalls(count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    const response = await fetch(`/status/200?fetch${n}`, { headers: { accept: 'application/json' } });
    await response.text();
    await new Promise((resolve) => {
      const xhr = new XMLHttpRequest();
      xhr.open('GET', `/status/200?xhr${n}`);
      xhr.addEventListener('loadend', resolve);
      xhr.send();
    });
  }
  await new Promise((resolve) => setTimeout(resolve, 200));
}
