// npx tsx test/bench/panel-view.ts [exchanges]: the panel in Chromium, with its real store, workers and components, over a session
// of that size beside one of 1,000 calls: what a person waits for until it is painted.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { launch } from 'puppeteer-core';
import { build, preview } from 'vite';
import { chromiumPath, quietArguments } from '../browser/chromium/launch';
import { median } from '../../src/core/rollout/median';
import type { PanelFigures } from './panel-view/measure-panel';

const many = Number(process.argv[2] ?? 50_000);
const few = 1_000;
const root = resolve('test/bench/panel-view');
const outDir = mkdtempSync(join(tmpdir(), 'crosslink-panel-view-'));
await build({
  configFile: false,
  logLevel: 'error',
  root,
  worker: { format: 'es' },
  build: { outDir, emptyOutDir: true, target: 'chrome120', modulePreload: false },
});
const server = await preview({
  configFile: false,
  root,
  build: { outDir },
  preview: { host: '127.0.0.1', port: 0 },
});
try {
  const small = await measured(few);
  const large = await measured(many);
  const ms = (time: number): string => `${time.toFixed(0)} ms`;
  const row = (what: string, of: (figures: PanelFigures) => number): void => {
    const [a, b] = [of(small), of(large)];
    console.log(`${what.padEnd(60)}  ${ms(b)}; with ${few} calls ${ms(a)}, ratio ${(b / a).toFixed(1)}`);
  };
  console.log(`calls  ${many}`);
  row('filter keystroke until painted, median', ({ keystrokes }) => median(keystrokes));
  row('filter keystroke until painted, slowest', ({ keystrokes }) => Math.max(...keystrokes));
  row('sort until painted, slowest', ({ sorts }) => Math.max(...sorts));
  row('scrolling: median frame', ({ scrollFrames }) => median(scrollFrames));
  row('scrolling: longest frame', ({ scrollFrames }) => Math.max(...scrollFrames));
  const long = ({ scrollFrames }: PanelFigures): number => scrollFrames.filter((time) => time > 25).length;
  console.log(
    `${'scrolling: frames longer than 25 ms'.padEnd(60)}  ${long(large)} of ${large.scrollFrames.length}; with ${few} calls ${long(small)}`,
  );
  row('1,000 new calls until all are painted', ({ insertion }) => insertion.total);
  row('1,000 new calls: longest time without a frame', ({ insertion }) => insertion.longestFrame);
  console.log(`heap per call  ${((large.heap - small.heap) / (many - few) / 1_000).toFixed(2)} kB`);
} finally {
  await server.close();
  rmSync(outDir, { recursive: true, force: true });
}

async function measured(count: number): Promise<PanelFigures> {
  const browser = await launch({
    executablePath: chromiumPath(),
    headless: true,
    pipe: true,
    args: [...quietArguments, '--js-flags=--expose-gc', '--enable-precise-memory-info'],
  });
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1400, height: 900 });
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    await page.waitForFunction('window.measurePanel !== undefined');
    return (await page.evaluate(`measurePanel(${count})`)) as PanelFigures;
  } finally {
    await browser.close();
  }
}
