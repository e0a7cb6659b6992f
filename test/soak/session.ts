import type { ChromiumDriver } from '../browser/chromium/chromium-driver';
import { logCapacity } from '../../src/devtools/recorder/recorder';
import { hookIs } from '../browser/site/panel-steps';
import { gaugeExtension, gaugePage, type Gauge } from './gauge';
import { readFigures, settledFigures, type PanelFigures } from './panel-figures';
import { watchRecorder } from './recorder-witness';
import { pageUrl, type TrafficServer } from './traffic-server';

export interface SessionPlan {
  readonly session: number;
  /** The log is kept over the loads of the page. */
  readonly keepsLog: boolean;
  readonly loads: number;
  readonly callsPerLoad: number;
}

export interface SessionResult {
  /** Calls that the servers saw. */
  readonly calls: number;
  /** What the panel shows at the end, and says to have dropped. */
  readonly shown: number;
  readonly dropped: number;
  /** Of the extension's process: after the second load, and at the end. */
  readonly first: Gauge;
  readonly last: Gauge;
  readonly page: { readonly first: Gauge; readonly last: Gauge };
  readonly faults: readonly string[];
}

/** MB: the log's share in the recorder and in the panel, and everything else. Beyond it, memory is not bounded as stated. */
const mostHeap = 700;

/** In the panel. */
function keepLog(): boolean {
  const label = [...document.querySelectorAll('label')].find(
    (each) => each.textContent?.trim() === 'Keep log',
  );
  const box = label?.querySelector('input');
  if (box && !box.checked) box.click();
  return box?.checked === true;
}

/** One opening of devtools: loads the page again and again, compares what the panel shows with what the servers saw. */
export async function runSession(
  driver: ChromiumDriver,
  server: TrafficServer,
  { session, keepsLog, loads, callsPerLoad }: SessionPlan,
): Promise<SessionResult> {
  const faults: string[] = [];
  await driver.openPage(pageUrl);
  await driver.openPanel();
  // the hook is there from the next load on
  await driver.panelWait(() => document.querySelector('.access')?.getAttribute('data-hook') !== 'no-access');
  if (keepsLog) await driver.panelWait(keepLog);
  const recorded = await watchRecorder(driver);
  server.forget();

  let first: Gauge | null = null;
  let firstOfPage: Gauge | null = null;
  let seenBefore = 0;
  for (let load = 0; load < loads; load++) {
    await driver.openPage(pageUrl);
    await hookIs(driver, 'observing');
    await driver.page.evaluate(`makeCalls(${session * 1_000 + load}, ${callsPerLoad})`);
    const expected = keepsLog ? server.calls : server.calls - seenBefore;
    seenBefore = server.calls;
    const isRight = async ({ calls, dropped }: PanelFigures): Promise<boolean> => {
      if (!keepsLog) return calls === expected;
      const told = await recorded();
      // a preflight whose request is gone stands for itself
      const isAllShown = calls >= told.callsLeft && calls <= told.callsLeft + told.preflightsLeft;
      return told.calls === expected && dropped === told.dropped && isAllShown;
    };
    const figures = await settledFigures(driver, isRight);
    if (!(await isRight(figures))) {
      const told = keepsLog ? `, of the recorder’s ${JSON.stringify(await recorded())}` : '';
      faults.push(
        `load ${load + 1}: the servers saw ${expected} calls and ${server.preflights} preflights, the panel shows ${figures.calls} and says that ${figures.dropped} were dropped${told}`,
      );
    }
    if (figures.problems !== '') faults.push(`load ${load + 1}: ${figures.problems}`);
    if (load === 1) {
      first = await gaugeExtension(driver);
      firstOfPage = await gaugePage(driver);
    }
  }

  const { calls: shown, dropped } = await readFigures(driver);
  const last = await gaugeExtension(driver);
  const lastOfPage = await gaugePage(driver);
  if (first === null || firstOfPage === null) throw new Error('a session needs two loads');
  if (shown > logCapacity.items) faults.push(`the panel shows ${shown} calls, more than the log holds`);
  if (last.heap > mostHeap) faults.push(`the extension holds ${last.heap.toFixed(0)} MB`);
  if (last.listeners > first.listeners + 200) {
    faults.push(`listeners of the extension: ${first.listeners}, then ${last.listeners}`);
  }
  if (lastOfPage.listeners > firstOfPage.listeners + 20) {
    faults.push(`listeners of the page: ${firstOfPage.listeners}, then ${lastOfPage.listeners}`);
  }
  const calls = server.calls;
  await driver.closeDevtools();
  return { calls, shown, dropped, first, last, page: { first: firstOfPage, last: lastOfPage }, faults };
}
