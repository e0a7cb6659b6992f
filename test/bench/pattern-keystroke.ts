// npx tsx test/bench/pattern-keystroke.ts [urls]: one keystroke in the pattern, from the edit until every URL has its result,
// through the worker's own code and the panel's bookkeeping, beside the bare regex over the same unique URLs.
import { createMatching } from '../../src/panel/store/matching/matching';
import type { RegexTask } from '../../src/panel/workers/match-messages';
import type { Exchange } from '../../src/core';
import { known, unknown } from '../../src/core/exchange/fact';
import { createManualScheduler } from '../unit/panel/store/manual-scheduler';
import { inlineWorkers } from '../unit/panel/workers/inline-workers';

const count = Number(process.argv[2] ?? 50_000);
const rounds = 25;
const page = 'https://app.shop.test/checkout';
const hosts = ['api.shop.test', 'api.partner.test', 'app.shop.test', 'maps.thirdparty.test', 'cdn.shop.test'];

function call(index: number): Exchange {
  const host = hosts[index % hosts.length] ?? '';
  const url = `https://${host}/v${index % 3}/things-${index % 50}/${index}?session=${index * 7919}&lang=en`;
  const hop = {
    url,
    method: 'GET',
    requestHeaders: [],
    response: null,
    preflight: null,
    startedAt: index,
    duration: 1,
  };
  return {
    id: String(index),
    api: 'fetch',
    method: 'GET',
    url,
    initiatorOrigin: 'https://app.shop.test',
    documentUrl: page,
    pageUrl: page,
    pageref: null,
    startedAt: index,
    duration: 1,
    hops: [hop],
    error: null,
    credentials: unknown('not asked'),
    mode: known('cors', 'network log'),
    rawUrl: unknown('the log does not tell'),
    uploadListener: unknown('not asked'),
    servedByServiceWorker: false,
    cookiesVisible: true,
  };
}

const calls = Array.from({ length: count }, (_, index) => call(index));
const urls = [...new Set(calls.map(({ url }) => url))];
const matching = createMatching({
  startWorker: inlineWorkers.match,
  scheduler: { ...createManualScheduler().scheduler, now: () => performance.now() },
});
matching.add(calls);

/** Keeps the engine from leaving the bare loop out. */
let hits = 0;

function bare(pattern: string): number {
  const regex = new RegExp(pattern, 'i');
  const began = performance.now();
  for (const url of urls) if (regex.test(url)) hits += 1;
  return performance.now() - began;
}

function keystroke(pattern: string): number {
  const task: RegexTask = { pattern, flags: 'i', rules: ['new'] };
  let ended = 0;
  const began = performance.now();
  matching.want([task], () => (ended = performance.now()));
  if (ended === 0) throw new Error(`no result for ${pattern}`);
  return ended - began;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

const patterns = [
  'partner',
  '^https://api\\.shop\\.test/',
  '^https://(?:api|cdn)\\.shop\\.test/v\\d+/',
  '/things-[0-9]+/\\d+\\?',
  'api\\.(shop|partner)\\.test/v1/(things-7|things-12)/',
];

console.log(`unique URLs  ${urls.length}`);
for (const pattern of patterns) {
  const alone: number[] = [];
  const typed: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // Another text each time, as by typing, so that no result is there yet; an empty group changes nothing of what matches.
    const fresh = pattern + '(?:)'.repeat(round);
    alone.push(bare(fresh));
    typed.push(keystroke(fresh));
  }
  const ratio = median(typed) / median(alone);
  console.log(
    `${pattern}  ${median(typed).toFixed(1)} ms, bare ${median(alone).toFixed(1)} ms, ratio ${ratio.toFixed(2)}`,
  );
}
if (hits === 0) throw new Error('the bare loop matched nothing');
