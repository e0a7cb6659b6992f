// npx tsx test/bench/judge-har.ts: judging a HAR beside JSON.parse of its text, what the report takes beside the parsed HAR, and how
// the cost grows with the number of calls.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Har } from '../../src/core';
import { harLog, harText } from './generate/har';
import type { SessionShape } from './generate/har';
import { shippedCore } from './judge-har/shipped-core';

const { judgeHar, readHarText } = await shippedCore();
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** ms of processor time. */
function cost(task: () => unknown): number {
  const before = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** ms of processor time of each task's cheapest run, by turns: other work on the machine tells in it as little as possible. */
function cheapest<Task extends string>(
  runs: number,
  tasks: Readonly<Record<Task, () => unknown>>,
): Record<Task, number> {
  const names = Object.keys(tasks) as Task[];
  const best = Object.fromEntries(names.map((name) => [name, Infinity])) as Record<Task, number>;
  for (let run = 0; run < runs; run++) {
    for (const name of names) best[name] = Math.min(best[name], cost(tasks[name]));
  }
  return best;
}

/** Bytes of heap that a result keeps. */
function heapOf<T>(make: () => T): { readonly result: T; readonly bytes: number } {
  collect();
  const before = process.memoryUsage().heapUsed;
  const result = make();
  collect();
  return { result, bytes: process.memoryUsage().heapUsed - before };
}

const print = (what: string, result: string): void => console.log(`${what.padEnd(56)}  ${result}`);
const ms = (time: number): string => `${time.toFixed(0)} ms`;
const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

const shapes: readonly (readonly [string, SessionShape])[] = [
  ['bodies of 12,000 characters', { calls: 2_800, body: 12_000 }],
  ['bodies of 2,000 characters', { calls: 7_000, body: 2_000 }],
  ['no bodies', { calls: 10_000, body: 0 }],
];
// JSON.parse is machine code from the start, judgeHar becomes it while it runs: what a process pays once stands by itself, and the rows
// below compare what is left.
const unseen = harLog({ calls: 2_800, body: 0 }) as Har;
print('judgeHar of 2800 calls, the first of its process', ms(cost(() => judgeHar(unseen))));
for (let run = 0; run < 10; run++) judgeHar(unseen);

for (const [name, shape] of shapes) {
  const text = harText(shape);
  const size = `${(text.length / 1e6).toFixed(0)} MB, ${shape.calls} calls, ${name}`;
  const har = JSON.parse(text) as Har;
  const { parse, judged } = cheapest(7, { parse: () => JSON.parse(text), judged: () => judgeHar(har) });
  print(`${size}: JSON.parse`, ms(parse));
  print(`${size}: judgeHar`, `${ms(judged)} (${(judged / parse).toFixed(2)} × JSON.parse)`);
  const parsed = heapOf(() => JSON.parse(text) as Har);
  const report = heapOf(() => judgeHar(parsed.result));
  print(`${size}: heap of the parsed HAR`, mb(parsed.bytes));
  print(
    `${size}: heap of the report of ${report.result.exchanges.length} calls`,
    `${mb(report.bytes)} (${(report.bytes / parsed.bytes).toFixed(2)} × the HAR)`,
  );
  const bytes = new TextEncoder().encode(text);
  const start = performance.now();
  await readHarText([bytes]);
  print(`${size}: readHarText, with pauses`, ms(performance.now() - start));
}
for (const calls of [20_000, 50_000, 100_000, 200_000]) {
  const har = harLog({ calls, body: 0 }) as Har;
  const { judged } = cheapest(2, { judged: () => judgeHar(har) });
  print(`judgeHar of ${calls} calls`, `${ms(judged)}, ${((judged * 1000) / calls).toFixed(1)} µs each`);
}
