import { resolve } from 'node:path';
import { lateProblem, logCapacity } from '../../src/devtools/recorder/recorder';
import { launchChromium, type ChromiumDriver } from '../browser/chromium/chromium-driver';
import { readRows } from '../browser/panel-rows';
import { hookIs } from '../browser/site/panel-steps';
import { gaugeExtension } from './gauge';
import { keystrokes, median } from './keystroke';
import { readFigures, settledFigures, type PanelFigures } from './panel-figures';
import { printRow } from './print-row';
import { pageUrl, serveTraffic, type TrafficServer } from './traffic-server';

const calmCalls = 200;
/** ms; devtools themselves may be busy with what the flood left. */
const calmPatience = 120_000;
/** Keystrokes before, and again when the flood is over. */
const strokes = 9;
/** Beyond it the flood has left the panel slower than it was. */
const mostSlower = 2;
/** Beyond it the panel does not answer while the page floods it. */
const mostSlowerMeanwhile = 20;
/** MB; the hostile page's calls are longer than those of the working day. */
const mostHeap = 900;

/** MB; what caches hold of URLs that were seen. */
const mostKept = 150;

/** How the same calm page is shown. */
interface Calm {
  readonly rows: readonly object[];
  readonly keystroke: number;
}

/** One page makes 100,000 calls (at scale 1) in bursts, with forged messages between them; a calm page before and after. */
export async function soakHostile(scale: number): Promise<readonly string[]> {
  const wanted = Math.round(100_000 * scale);
  const server = await serveTraffic('hostile-traffic');
  const driver = await launchChromium({ dist: resolve('dist/e2e-chrome'), lab: server });
  try {
    await driver.openPage(pageUrl);
    await driver.openPanel();
    const before = await showCalm(driver, server);
    const empty = await gaugeExtension(driver);
    const flooded = await flood(driver, server, wanted);
    printRow(
      'calls of the hostile page',
      `${wanted.toLocaleString('en-US')}; the servers saw ${flooded.answered.toLocaleString('en-US')}`,
    );
    printRow(
      'shown, said to be dropped',
      `${flooded.figures.calls.toLocaleString('en-US')}, ${flooded.figures.dropped.toLocaleString('en-US')}`,
    );
    printRow('page hook', flooded.hookWords);
    const after = await showCalm(driver, server);
    const end = await gaugeExtension(driver);
    const ratio = (value: number): string => `${(value / before.keystroke).toFixed(1)} ×`;
    printRow(
      'keystroke to painted',
      `before ${before.keystroke.toFixed(0)} ms; ${flooded.strokes.length} during ${ratio(median(flooded.strokes))}, the slowest ${ratio(Math.max(...flooded.strokes))}; the log full ${ratio(flooded.whenFull)}; after ${ratio(after.keystroke)}`,
    );
    printRow(
      'extension',
      `${empty.heap.toFixed(0)} → ${flooded.heap.toFixed(0)} → ${end.heap.toFixed(0)} MB; ${empty.listeners} → ${end.listeners} listeners`,
    );

    const faults = [...flooded.faults];
    if (median(flooded.strokes) > before.keystroke * mostSlowerMeanwhile) {
      faults.push('the panel does not answer while the page floods it');
    }
    if (flooded.strokes.length < strokes) faults.push('the flood was over before the panel was measured');
    if (after.keystroke > before.keystroke * mostSlower)
      faults.push('the panel is slower than before the flood');
    if (JSON.stringify(after.rows) !== JSON.stringify(before.rows)) {
      faults.push('the calm page is shown otherwise than before the flood');
    }
    if (end.heap > mostKept)
      faults.push(`the extension keeps ${end.heap.toFixed(0)} MB of a page that is gone`);
    if (end.listeners > empty.listeners + 50)
      faults.push(`${end.listeners} listeners, before ${empty.listeners}`);
    return faults;
  } finally {
    await driver.close();
    await server.close();
  }
}

/** A new load of the page, and what the panel makes of its calls. */
async function showCalm(driver: ChromiumDriver, server: TrafficServer): Promise<Calm> {
  await driver.panelWait(() => document.querySelector('.access')?.getAttribute('data-hook') !== 'no-access');
  await driver.openPage(pageUrl);
  await hookIs(driver, 'observing');
  server.forget();
  await driver.page.evaluate(`calm(${calmCalls})`);
  const figures = await settledFigures(
    driver,
    ({ calls, dropped }) => calls === server.calls && dropped === 0,
    calmPatience,
  );
  if (figures.calls !== calmCalls || server.calls !== calmCalls) {
    throw new Error(
      `of ${calmCalls} calls of the calm page the servers saw ${server.calls}, the panel shows ${figures.calls}`,
    );
  }
  const rows = (await readRows(driver)).map((row) => ({ ...row, index: undefined, id: undefined }));
  return { rows, keystroke: median(await keystrokes(driver, strokes)) };
}

interface Flooded {
  /** The browser refuses what is too much at once, by itself. */
  readonly answered: number;
  readonly figures: PanelFigures;
  readonly hookWords: string;
  readonly strokes: readonly number[];
  readonly whenFull: number;
  readonly heap: number;
  readonly faults: readonly string[];
}

async function flood(driver: ChromiumDriver, server: TrafficServer, wanted: number): Promise<Flooded> {
  const faults: string[] = [];
  await driver.openPage(pageUrl);
  await hookIs(driver, 'observing');
  server.forget();
  const flooding = { isOver: false };

  const flooded = (async () => {
    // in parts: an answer is waited for so long
    for (let made = 0; made < wanted; made += 2_000) {
      await driver.page.evaluate(`flood(${Math.min(2_000, wanted - made)})`);
    }
  })().finally(() => void (flooding.isOver = true));
  // heard below; what fails before must not be drowned by it
  flooded.catch(() => {});
  const during: number[] = [];
  await driver.panelWait(() =>
    /^[\d,]+ calls$/.test(document.querySelector('.status-bar [role=status]')?.textContent ?? ''),
  );
  while (!flooding.isOver) during.push(...(await keystrokes(driver, 1)));
  await flooded;

  // what is dropped is counted with the document, the preflights and the hops among it
  const others = 2 + server.preflights + server.redirected;
  const isRight = ({ calls, dropped }: PanelFigures): boolean =>
    calls + dropped >= wanted && calls + dropped <= wanted + (dropped > 0 ? others : 0);
  const figures = await settledFigures(driver, isRight);
  if (!isRight(figures)) {
    faults.push(
      `the page made ${wanted} calls, the panel shows ${figures.calls} and says that ${figures.dropped} were dropped`,
    );
  }
  if (figures.calls > logCapacity.items)
    faults.push(`the panel shows ${figures.calls} calls, more than the log holds`);
  const problems = figures.problems.replace(`1 problem${lateProblem}`, '');
  if (problems !== '') faults.push(problems);
  const hookWords = await driver.panelEval(() => document.querySelector('.access')?.textContent ?? '');
  if (/1,000,000,000|invented/.test(hookWords)) faults.push('a forged report was heard');
  await driver.panelWait(() => document.querySelector('.judging') === null);
  const whenFull = median(await keystrokes(driver, strokes));
  const { heap } = await gaugeExtension(driver);
  if (heap > mostHeap) faults.push(`the extension holds ${heap.toFixed(0)} MB`);
  return {
    answered: server.calls,
    figures: await readFigures(driver),
    hookWords,
    strokes: during,
    whenFull,
    heap,
    faults,
  };
}
