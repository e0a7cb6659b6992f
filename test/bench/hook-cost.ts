// npx tsx test/bench/hook-cost.ts [rounds]: what a call of `fetch`, and XHR's open and send, cost the page with the hook
// observing, beside none and beside other vendors' SDKs. The synchronous part, medians of interleaved rounds of 50 calls.
import { pageHost, servePages } from '../hooked-page/page-server';
import { plainBrowsers } from '../browser/transparency/plain-browsers';
import type { HookCosts } from './hook-cost/measure-in-page';

const rounds = Number(process.argv[2] ?? 15);
const standIn = 'relay-stand-in';
const variants: Readonly<Record<string, string>> = {
  none: standIn,
  'Crosslink’s hook': `${standIn},hook`,
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
      const costs = await browser.finish<HookCosts>(`http://${pageHost}/?${query}`);
      print(engine, costs);
    } finally {
      await browser.close();
    }
  }
} finally {
  await server.close();
}

function print(engine: string, costs: HookCosts): void {
  const none = costs[variants['none'] ?? ''];
  for (const api of ['fetch', 'xhr'] as const) {
    for (const [name, scripts] of Object.entries(variants)) {
      const own = costs[scripts];
      if (own === undefined || none === undefined) throw new Error(`${name} was not measured`);
      const cost = median(own[api]);
      const what = `${engine}, ${api === 'fetch' ? 'fetch()' : 'XHR open() and send()'}, ${name}`;
      const ratio = (cost / median(none[api])).toFixed(2);
      console.log(`${what.padEnd(56)}  ${(cost * 1000).toFixed(0)} µs, ${ratio} × none`);
    }
  }
}
