// npx tsx test/bench/panel-store.ts [exchanges]: what the panel's stores cost, without painting.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { signal } from '@preact/signals';
import { createPanelStore } from '../../src/panel/store/panel-store';
import { createFakeBackground } from '../unit/panel/store/fake-background';
import { createFakePage, reading } from '../unit/panel/store/fake-page';
import { createManualScheduler } from '../unit/panel/store/manual-scheduler';
import { createMemorySettings } from '../unit/panel/store/settings/memory-settings';
import { inlineWorkers } from '../unit/panel/workers/inline-workers';
import { recordedItem } from './generate/recorded-items';

const count = Number(process.argv[2] ?? 50_000);
const chunk = 500;

const time = createManualScheduler();
const realClock = { ...time.scheduler, now: () => performance.now() };
let receive: (message: unknown) => void = () => {};
const store = createPanelStore({
  line: {
    post: () => {},
    onMessage: (listener) => {
      receive = listener;
      return () => {};
    },
    onState: () => () => {},
    close: () => {},
  },
  page: createFakePage(reading('partner')),
  storage: createMemorySettings(),
  theme: signal<'light' | 'dark'>('light'),
  scheduler: realClock,
  engine: 'chromium',
  workers: inlineWorkers,
  site: {
    background: createFakeBackground().client,
    requestAccess: null,
    newId: () => 'id',
    clock: () => Date.now(),
  },
});
await new Promise((resolve) => setImmediate(resolve));
time.frame();
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
collect();
const heapBefore = process.memoryUsage().heapUsed;

function measure(name: string, task: () => void): void {
  const start = performance.now();
  task();
  console.log(`${name.padEnd(46)} ${(performance.now() - start).toFixed(1).padStart(9)} ms`);
}

/** How long all frames take together, and the longest of them. */
function measureFrames(name: string, task: () => void): void {
  const times: number[] = [];
  task();
  for (let isOver = false; !isOver;) {
    const start = performance.now();
    isOver = time.frame() === 0;
    times.push(performance.now() - start);
  }
  const total = times.reduce((sum, each) => sum + each, 0);
  console.log(
    `${name.padEnd(46)} ${total.toFixed(1).padStart(9)} ms in ${times.length - 1} frames, ${Math.max(...times).toFixed(1)} ms at most`,
  );
}

let frames = 0;
function add(from: number, to: number): void {
  const items = Array.from({ length: to - from }, (_, index) => recordedItem(from + index));
  receive({ type: 'items', items, remaining: 0 });
  while (time.frame() > 0) frames += 1;
}

const { table, pattern } = store;
console.log(`${count} exchanges`);
for (const grouped of [false, true]) {
  if (!grouped) {
    table.grouped.value = false;
    measure(`received in messages of ${chunk}`, () => {
      for (let id = 1; id <= count; id += chunk) add(id, Math.min(id + chunk, count + 1));
    });
    console.log(`in ${frames} frames`);
  }
  table.grouped.value = grouped;
  const view = grouped ? 'grouped' : 'flat';
  const next = count + (grouped ? 100_000 : 1);
  measure(`${view}: 10 more`, () => add(next, next + 10));
  measure(`${view}: 1,000 more`, () => add(next + 10, next + 1010));
  const oldest = grouped ? Math.ceil(count / 10) : 0;
  measureFrames(`${view}: the oldest tenth goes`, () =>
    receive({ type: 'drop', before: 1 + oldest + Math.ceil(count / 10) }),
  );
  measure(`${view}: filter "things-7"`, () => (table.filter.value = 'things-7'));
  measure(
    `${view}: filter "outcome:breaks -host:*.partner.test"`,
    () => (table.filter.value = 'outcome:breaks -host:*.partner.test'),
  );
  measure(`${view}: filter "/things-\\d+\\/9/"`, () => (table.filter.value = String.raw`/things-\d+\/9/`));
  measure(`${view}: filter off`, () => (table.filter.value = ''));
  measure(`${view}: sort by URL`, () => (table.sort.value = { column: 'url', direction: 'ascending' }));
  measure(`${view}: sort by start`, () => (table.sort.value = { column: 'started', direction: 'ascending' }));
}
table.grouped.value = false;
measure('pattern: the keystroke itself', () => pattern.edit('partner|shop'));
measure('pattern: all verdicts renewed', () => {
  while (store.judging.value !== null) {
    time.advance(1);
    time.frame();
  }
});
collect();
const heap = process.memoryUsage().heapUsed - heapBefore;
const held = table.total.value;
console.log(`heap ${(heap / 1e6).toFixed(0)} MB, ${(heap / held / 1e3).toFixed(2)} kB per exchange`);
