// npx tsx test/bench/devtools-opening.ts [rounds]: how long Chromium's devtools take to open with the built extension beside none:
// from the start of their page until their largest part is painted. Medians of tabs opened by turns.
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { median } from '../../src/core/rollout/median';
import { chromiumPath, quietArguments } from '../browser/chromium/launch';

/** ms from the start of the page until its largest part was painted, once nothing larger has come for a second. */
const largestPaint = `new Promise((resolve) => {
  let latest = 0;
  let timer = 0;
  new PerformanceObserver((list) => {
    latest = list.getEntries().at(-1).startTime;
    clearTimeout(timer);
    timer = setTimeout(() => resolve(latest), 1000);
  }).observe({ type: 'largest-contentful-paint', buffered: true });
})`;

const rounds = Number(process.argv[2] ?? 7);
execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] });

const variants = { none: [], Crosslink: [resolve('dist/chrome')] } as const;
type Variant = keyof typeof variants;
const names = Object.keys(variants) as Variant[];
const browsers = new Map<Variant, Browser>();
const times: Record<Variant, number[]> = { none: [], Crosslink: [] };
try {
  for (const name of names) browsers.set(name, await start(variants[name]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, browser] of browsers) {
      const time = await openingTime(browser);
      // the first one fills caches
      if (round > 0) times[name].push(time);
    }
  }
} finally {
  for (const browser of browsers.values()) await browser.close();
}
const none = median(times.none);
for (const name of names) {
  const time = median(times[name]);
  console.log(
    `devtools until painted, ${name === 'none' ? 'without' : 'with'} the extension  ${time.toFixed(0)} ms, ${(time / none).toFixed(2)} × without`,
  );
}

function start(extensions: readonly string[]): Promise<Browser> {
  return launch({
    executablePath: chromiumPath(),
    headless: true,
    pipe: true,
    devtools: true,
    enableExtensions: extensions.length === 0 ? false : [...extensions],
    args: [...quietArguments],
  });
}

/** Opens a tab, whose devtools open with it. */
async function openingTime(browser: Browser): Promise<number> {
  const opened = new Promise<Page>((found) => {
    browser.once('targetcreated', function look(target) {
      if (target.url().startsWith('devtools://devtools/bundled/devtools_app')) found(target.asPage());
      else browser.once('targetcreated', look);
    });
  });
  const page = await browser.newPage();
  const frontEnd = await opened;
  const time = (await frontEnd.evaluate(largestPaint)) as number;
  await page.close();
  return time;
}
