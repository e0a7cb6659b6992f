import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { AxeResults } from 'axe-core';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { preview, type PreviewServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGallery } from './build-gallery';
import { galleryStates, type GalleryState } from './states';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let dist: string;
let server: PreviewServer;
let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  dist = mkdtempSync(join(tmpdir(), 'crosslink-gallery-'));
  await buildGallery(dist);
  server = await preview({
    configFile: false,
    root: resolve('test/browser/gallery'),
    build: { outDir: dist },
    preview: { host: '127.0.0.1', port: 0 },
  });
  browser = await launch({
    executablePath: execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim(),
    headless: true,
    pipe: true,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  page = await browser.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.location().url?.endsWith('favicon.ico'))
      complaints.push(message.text());
  });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(dist, { recursive: true, force: true });
});

async function open(
  state: GalleryState,
  look: { width: number; height?: number; theme?: string; engine?: string },
) {
  complaints = [];
  await page.setViewport({ width: look.width, height: look.height ?? 700 });
  const query = new URLSearchParams({
    state,
    theme: look.theme ?? 'light',
    engine: look.engine ?? 'chromium',
  });
  await page.goto(`${server.resolvedUrls!.local[0]}?${query}`);
  await page.waitForSelector('.table');
}

async function violations(): Promise<string[]> {
  const results = (await page.evaluate(
    `(() => { ${axeSource}; return axe.run(document, { resultTypes: ['violations'] }); })()`,
  )) as AxeResults;
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`),
  );
}

/** Whether something is cut off at the right edge of the window, or pushes it wider. */
function sidewaysOverflow(): Promise<number> {
  return page.evaluate(() => {
    const controls = [...document.querySelectorAll('button:not(.head-button), input, .answer, .empty')];
    const right = Math.max(...controls.map((control) => control.getBoundingClientRect().right));
    return Math.max(0, Math.round(Math.max(right, document.documentElement.scrollWidth) - innerWidth));
  });
}

const allStates = Object.keys(galleryStates) as GalleryState[];
/** Those with every colour in them. */
const colourfulStates: readonly GalleryState[] = ['flat', 'lost', 'bad-pattern', 'busy'];

describe.each([
  { theme: 'light', engine: 'chromium', states: allStates },
  { theme: 'dark', engine: 'chromium', states: colourfulStates },
  { theme: 'light', engine: 'firefox', states: colourfulStates },
  { theme: 'dark', engine: 'firefox', states: allStates },
])('in the $theme theme of $engine', ({ theme, engine, states }) => {
  it.each(states)('has nothing to object to in the state “%s”', async (state) => {
    await open(state, { width: 600, theme, engine });
    expect(await violations()).toEqual([]);
    expect(await sidewaysOverflow()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('has nothing to object to with agent, details and each of their tabs open', async () => {
    await open('calls', { width: 1400, height: 900, theme, engine });
    await page.click('.strip-toggle');
    await page.click('.row[data-kind="exchange"]');
    for (const tab of ['decision', 'headers', 'facts']) {
      await page.click(`#detail-tab-${tab}`);
      expect(await violations()).toEqual([]);
    }
    expect(complaints).toEqual([]);
  });

  it('has nothing to object to with access, probe, cookies, the trial’s dialog and its results open', async () => {
    await open('granted', { width: 600, height: 900, theme, engine });
    await page.click('.access .strip-toggle');
    expect(await violations()).toEqual([]);
    await page.click('.row[data-kind="exchange"]');
    for (const tab of ['probe', 'cookies']) {
      await page.click(`#detail-tab-${tab}`);
      expect(await violations()).toEqual([]);
    }
    await page.click('[aria-label="Live trial"]');
    await page.click('.trial-form input[value="ticked"]');
    expect(await violations()).toEqual([]);
    for (const state of ['granted', 'trial'] as const) {
      await open(state, { width: 600, height: 900, theme, engine });
      await page.click('[aria-label="Baseline against trial"]');
      expect(await violations()).toEqual([]);
    }
    expect(complaints).toEqual([]);
  });

  it('has nothing to object to with help, columns and completions open', async () => {
    await open('calls', { width: 600, theme, engine });
    await page.click('[aria-label="Help"]');
    expect(await violations()).toEqual([]);
    await page.click('[aria-label="Close"]');
    await page.click('[aria-label="Columns"]');
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.type('[aria-label="Filter"]', 'out');
    expect(await violations()).toEqual([]);
  });
});

it('has methods and URLs of all calls below each other, failed ones too', async () => {
  await open('flat', { width: 600, height: 1200 });
  const lefts = await page.$$eval('.row[data-kind="exchange"]', (rows) =>
    rows.map((row) => {
      const left = (css: string) => Math.round(row.querySelector(css)?.getBoundingClientRect().left ?? -1);
      return {
        failed: row.classList.contains('row-trouble'),
        at: `${left('.method')} ${left('.name-text')}`,
      };
    }),
  );
  expect(new Set(lefts.map(({ failed }) => failed)).size).toBe(2);
  expect(new Set(lefts.map(({ at }) => at)).size).toBe(1);
});

describe('in the user’s own colours', () => {
  async function forceColors() {
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'forced-colors', value: 'active' }],
    });
    return () => session.detach();
  }

  const backgrounds = (css: string) =>
    page.$$eval(css, (elements) => elements.map((element) => getComputedStyle(element).backgroundColor));

  it('shows what is chosen, pressed or completed', async () => {
    await open('calls', { width: 600 });
    const restore = await forceColors();
    await page.click('.row[data-kind="exchange"]');
    const [chosen, ...tabs] = await backgrounds('[role="tab"]');
    expect(tabs).not.toContain(chosen);
    await page.click('.segment[data-outcome="links"]');
    expect(await backgrounds('.segment[aria-pressed="true"]')).toEqual([chosen]);
    expect(await backgrounds('.segment[aria-pressed="false"]')).not.toContain(chosen);
    await page.type('[aria-label="Filter"]', 'outcome:');
    await page.keyboard.press('ArrowDown');
    await page.waitForSelector('[role="option"][aria-selected="true"]');
    expect(await backgrounds('[role="option"][aria-selected="true"]')).toEqual([chosen]);
    await restore();
  });

  it('keeps the sign within a filled icon, and icons as readable as text', async () => {
    await open('calls', { width: 600 });
    const restore = await forceColors();
    const [fill, sign, text, arrow] = await page.evaluate(() => [
      getComputedStyle(document.querySelector('.row [data-outcome="breaks"] .icon')!).color,
      getComputedStyle(document.querySelector('.row [data-outcome="breaks"] .knockout')!).stroke,
      getComputedStyle(document.body).color,
      getComputedStyle(document.querySelector('.strip-toggle .icon')!).color,
    ]);
    expect(fill).toBe(text);
    expect(sign).not.toBe(fill);
    expect(arrow).toBe(text);
    await restore();
  });
});

it.each([380, 480, 760, 1000])('keeps every control in a panel of %d px', async (width) => {
  await open('calls', { width });
  expect(await sidewaysOverflow()).toBe(0);
});

describe('4,000 calls', () => {
  it('exist as a few rows only, wherever the table is scrolled', async () => {
    await open('many', { width: 1400, height: 900 });
    expect(
      await page.$eval('[role="treegrid"]', (grid) => Number(grid.getAttribute('aria-rowcount'))),
    ).toBeGreaterThan(4_000);
    await page.focus('.row[tabindex="0"]');
    await page.keyboard.press('End');
    await page.waitForFunction(() => {
      const grid = document.querySelector('[role="treegrid"]')!;
      return document.activeElement?.getAttribute('aria-rowindex') === grid.getAttribute('aria-rowcount');
    });
    expect(await page.$$eval('.body-group > .row', (rows) => rows.length)).toBeLessThan(80);
  });

  it('cost a scroll no more than the rows that come into sight', async () => {
    await open('many', { width: 1400, height: 900 });
    const perFrame = await page.evaluate(async () => {
      const table = document.querySelector<HTMLElement>('.table')!;
      const rowHeight = document.querySelector('.body-group > .row')!.getBoundingClientRect().height;
      let added = 0;
      const observer = new MutationObserver((records) => {
        for (const { addedNodes } of records) {
          for (const node of addedNodes) if (node instanceof Element && node.matches('.row')) added += 1;
        }
      });
      observer.observe(table, { subtree: true, childList: true });
      const frames = 100;
      for (let frame = 0; frame < frames; frame += 1) {
        table.scrollTop += 10 * rowHeight;
        await new Promise(requestAnimationFrame);
      }
      observer.disconnect();
      return added / frames;
    });
    expect(perFrame).toBeGreaterThan(0);
    expect(perFrame).toBeLessThanOrEqual(12);
  });
});
