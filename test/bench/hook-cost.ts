// npx tsx test/bench/hook-cost.ts [rounds]: what a call of `fetch`, and XHR's open and send, cost the page with the hook
// observing, beside none: the part that the page waits for. “None again” is a second page without a hook: as far as it is from
// 1.00, the bench can be wrong. “An empty wrapper” is the least that wrapping these functions costs, whoever does it. Each turn
// makes 5 calls in the frame of each variant, in random order; nine page loads; in brackets what all loads but the lowest and the
// highest say. Then the same beside other vendors' SDKs, and what the hook leaves for later. At last, in Chromium, all that its
// main thread works on a call with its answer (CPU time), whoever it is for.
import { servePages, type PageServer } from '../hooked-page/page-server';
import { plainBrowsers, type PlainBrowser } from '../browser/transparency/plain-browsers';
import { mainThreadTime } from './hook-cost/main-thread-time';
import type { CallCosts, VariantCosts } from './hook-cost/measure-in-page';
import { median, pairedRatio } from './hook-cost/paired-ratio';

type Variants = Readonly<Record<string, string>>;

const rounds = Number(process.argv[2] ?? 20);
const loads = 9;
const standIn = 'relay-stand-in';
const hookName = 'Crosslink’s hook';
const closely: Variants = {
  none: standIn,
  'none again': standIn,
  'an empty wrapper': `${standIn},empty-wrapper`,
  [hookName]: `${standIn},hook`,
};
const vendors: Variants = {
  Datadog: `${standIn},datadog`,
  Sentry: `${standIn},sentry`,
  OpenTelemetry: `${standIn},opentelemetry`,
  Elastic: `${standIn},elastic`,
};

const server = await servePages();
try {
  for (const { engine, start } of plainBrowsers) {
    const browser = await start(server);
    try {
      const costs = await measured(browser, closely, rounds);
      const besideVendors = await measured(browser, { none: standIn, ...vendors }, Math.ceil(rounds / 5));
      for (const api of ['fetch', 'xhr'] as const) {
        const call = `${engine}, ${api === 'fetch' ? 'fetch()' : 'XHR open() and send()'}`;
        for (const name of Object.keys(closely)) printCalls(`${call}, ${name}`, costs, name, api);
        for (const name of Object.keys(vendors)) printCalls(`${call}, ${name}`, besideVendors, name, api);
      }
      printCalls(`${engine}, fetch(), what the hook leaves for later`, costs, hookName, 'later');
    } finally {
      await browser.close();
    }
  }
  await printMainThread(server);
} finally {
  await server.close();
}

/** Of each page load. */
async function measured(
  browser: PlainBrowser,
  variants: Variants,
  roundsOfALoad: number,
): Promise<VariantCosts[]> {
  const query = new URLSearchParams({
    scripts: 'hook-cost',
    rounds: String(roundsOfALoad),
    variants: JSON.stringify(variants),
  });
  const costs: VariantCosts[] = [];
  for (let load = 0; load < loads; load++) {
    costs.push(await browser.finish(`http://localhost:${server.httpPort}/?isolated&${query}`));
  }
  return costs;
}

function printCalls(what: string, costs: readonly VariantCosts[], name: string, part: keyof CallCosts): void {
  const of = (variant: string, api: keyof CallCosts): number[][] =>
    costs.map((load) => load[variant]?.[api] ?? []);
  row(what, of(name, part), of('none', part === 'xhr' ? 'xhr' : 'fetch'));
}

async function printMainThread(pages: PageServer): Promise<void> {
  const variants = { ...closely, ...vendors };
  const times = await mainThreadTime(pages, variants);
  const of = (name: string): number[][] => (times[name] ?? []).map((time) => [time]);
  for (const name of Object.keys(variants)) {
    row(`chromium, main thread for a call and its answer, ${name}`, of(name), of('none'));
  }
}

/** Costs in ms, of each page load the turns. */
function row(what: string, own: readonly number[][], none: readonly number[][]): void {
  const { ratio, low, high } = pairedRatio(own, none);
  const time = (median(own.map(median)) * 1000).toFixed(0);
  console.log(
    `${what.padEnd(66)}  ${time} µs, ${ratio.toFixed(2)} (${low.toFixed(2)}…${high.toFixed(2)}) × none`,
  );
}
