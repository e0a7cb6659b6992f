// npx tsx test/bench/hook-cost.ts [rounds]: what a call of `fetch`, and XHR's open and send, cost the page with the hook
// observing, beside none and beside other vendors' SDKs: the part that the page waits for, medians of interleaved rounds of
// 20 calls, the ratio being the median of each round's ratios. Then what the hook leaves for later; and, in Chromium, all that
// its main thread works on 400 calls with their answers (CPU time), whoever it is for.
import { pageHost, servePages, type PageServer } from '../hooked-page/page-server';
import { plainBrowsers } from '../browser/transparency/plain-browsers';
import { mainThreadTime } from './hook-cost/main-thread-time';
import type { HookCosts, VariantCosts } from './hook-cost/measure-in-page';

const rounds = Number(process.argv[2] ?? 60);
const standIn = 'relay-stand-in';
const hook = `${standIn},hook`;
const variants: Readonly<Record<string, string>> = {
  none: standIn,
  'Crosslink’s hook': hook,
  Datadog: `${standIn},datadog`,
  Sentry: `${standIn},sentry`,
  OpenTelemetry: `${standIn},opentelemetry`,
  Elastic: `${standIn},elastic`,
};

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const server = await servePages();
try {
  for (const { engine, start } of plainBrowsers) {
    const browser = await start(server);
    try {
      const query = new URLSearchParams({
        scripts: 'hook-cost',
        rounds: String(rounds),
        variants: Object.values(variants).join(';'),
      });
      printCalls(engine, await browser.finish<HookCosts>(`http://${pageHost}/?${query}`));
    } finally {
      await browser.close();
    }
  }
  await printMainThread(server);
} finally {
  await server.close();
}

function printCalls(engine: string, costs: HookCosts): void {
  const of = (scripts: string): VariantCosts => {
    const own = costs[scripts];
    if (own === undefined) throw new Error(`${scripts} was not measured`);
    return own;
  };
  for (const api of ['fetch', 'xhr'] as const) {
    const none = of(standIn)[api];
    for (const [name, scripts] of Object.entries(variants)) {
      const own = of(scripts)[api];
      const ratio = median(own.map((each, round) => each / (none[round] ?? Number.NaN)));
      row(`${engine}, ${api === 'fetch' ? 'fetch()' : 'XHR open() and send()'}, ${name}`, median(own), ratio);
    }
  }
  const later = median(of(hook).later);
  row(`${engine}, fetch(), what the hook leaves for later`, later, later / median(of(standIn).fetch));
}

async function printMainThread(pages: PageServer): Promise<void> {
  const times = await mainThreadTime(pages, Object.values(variants));
  const none = median(times[standIn] ?? []);
  for (const [name, scripts] of Object.entries(variants)) {
    const time = median(times[scripts] ?? []);
    row(`chromium, main thread for a call and its answer, ${name}`, time, time / none);
  }
}

/** `cost`: ms. */
function row(what: string, cost: number, ratio: number): void {
  console.log(`${what.padEnd(64)}  ${(cost * 1000).toFixed(0)} µs, ${ratio.toFixed(2)} × none`);
}
