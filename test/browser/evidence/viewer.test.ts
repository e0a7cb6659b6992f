import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, quietArguments } from '../chromium/launch';
import { accessibilityViolations } from '../axe';
import type { PanelDriver } from '../driver';
import { readRows, type PanelRow } from '../panel-rows';
import { callExpression } from '../remote-function';
import { savedFile } from './panel-evidence';

const hostile = '"><img src=x onerror=globalThis.hacked=1><script>globalThis.hacked=1</script>';
const recorded = resolve('test/fixtures/har/chrome.har');

describe('a HAR in the viewer, and what leaves it', () => {
  let browser: Browser;
  let viewer: Page;
  let folder: string;
  let before: PanelRow[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'crosslink-reports-'));
    await writeFile(join(folder, 'capture.har'), await withHostileCall(recorded));
    // without devtools, whose window would keep the viewer's tab from being painted
    browser = await launch({
      executablePath: chromiumPath(),
      pipe: true,
      enableExtensions: [resolve('dist/e2e-chrome')],
      args: [...quietArguments],
    });
    const worker = await browser.waitForTarget((target) => target.type() === 'service_worker');
    viewer = await browser.newPage();
    await viewer.setViewport({ width: 1400, height: 900 });
    const session = await browser.target().createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    await viewer.goto(new URL('/src/panel/panel.html', worker.url()).href);
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('is read from the start page', async () => {
    await importFile(join(folder, 'capture.har'));
    before = await readRows(panelOf(viewer));
    expect(before.length).toBeGreaterThan(3);
    expect(before.some(({ url }) => url.includes('onerror'))).toBe(true);
    expect(await viewer.$('[aria-label="Record calls"]')).toBeNull();
    expect(await accessibilityViolations(panelOf(viewer))).toEqual([]);
  });

  it('gives the same verdicts when its export is read again', async () => {
    const file = await exported('har');
    await importFile(file);
    const names = await viewer.$$eval('.session-button', (all) => all.map((one) => one.textContent));
    expect(names).toHaveLength(2);
    expect(await readRows(panelOf(viewer))).toEqual(before);
  });

  it('is a report without script, that prints', async () => {
    const file = await exported('html');
    const page = await browser.newPage();
    await page.goto(`file://${file}`);
    expect(await page.evaluate('globalThis.hacked')).toBeUndefined();
    expect(await page.$$eval('script, img, [onerror]', (found) => found.length)).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    const pdf = await page.pdf({ format: 'A4' });
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
    await keepPicture(page, 'report-html.png');
    await keep('report.pdf', pdf);
    await page.close();
  });

  it('is a picture of 2560 px', async () => {
    await viewer.click('[aria-label="Picture of the result"]');
    const png = await readFile(await savedFile(folder, '.png'));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(2560);
    expect(png.readUInt32BE(20)).toBeGreaterThan(600);
    expect(await coloursOf(png)).toBeGreaterThan(20);
    await keep('result.png', png);
  });

  it('compares with another', async () => {
    await viewer.click('[aria-label="Compare sessions"]');
    const answer = await viewer.waitForSelector('.comparison-answer');
    expect(await answer?.evaluate((element) => element.textContent)).toContain(
      'No endpoint’s verdict changed',
    );
    expect(await accessibilityViolations(panelOf(viewer))).toEqual([]);
    await keepPicture(viewer, 'compare.png');
    await viewer.keyboard.press('Escape');
  });

  it('shows what to fix, and the call as curl', async () => {
    await viewer.click('[role="row"][data-header="unknown"]');
    await viewer.click('#detail-tab-fix');
    const lines = await viewer.$$eval('.curl .snippet', (all) => all.map((one) => one.textContent));
    expect(lines[1]).toMatch(/^curl .*Access-Control-Request-Headers: .*x-dtc/);
    expect(await accessibilityViolations(panelOf(viewer))).toEqual([]);
    await keepPicture(viewer, 'fix.png');
    await viewer.setViewport({ width: 600, height: 900 });
    await keepPicture(viewer, 'fix-600.png');
    expect(await viewer.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(await viewer.evaluate('globalThis.hacked')).toBeUndefined();
  });

  it('says what is wrong with a file that is none, and where', async () => {
    const broken = join(folder, 'broken.har');
    await writeFile(broken, '{"log": nonsense');
    const input = await viewer.waitForSelector('input[type="file"]');
    await input?.uploadFile(broken);
    const failure = await viewer.waitForSelector('.import-failures');
    expect(await failure?.evaluate((element) => element.textContent)).toContain('broken.har');
  });

  async function importFile(path: string): Promise<void> {
    const open = (await viewer.$$('.session')).length;
    const input = await viewer.waitForSelector('input[type="file"]');
    await input?.uploadFile(path);
    await viewer.waitForFunction((count) => document.querySelectorAll('.session').length > count, {}, open);
    await viewer.waitForSelector('[role="row"][data-header]');
  }

  async function exported(format: 'html' | 'har'): Promise<string> {
    await viewer.click('[aria-label="Export"]');
    const position = format === 'html' ? 1 : 4;
    await viewer.click(`.export-form .choice:nth-of-type(${position}) input[type="radio"]`);
    expect(await accessibilityViolations(panelOf(viewer))).toEqual([]);
    await viewer.click('.export-form [type="submit"]');
    const file = await savedFile(folder, `.${format}`);
    await viewer.keyboard.press('Escape');
    return file;
  }

  /** How many colours the decoded picture has, at some of its places. */
  async function coloursOf(png: Buffer): Promise<number> {
    return viewer.evaluate(
      async (bytes) => {
        const image = await createImageBitmap(new Blob([Uint8Array.from(bytes)], { type: 'image/png' }));
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext('2d')!;
        context.drawImage(image, 0, 0);
        const { data } = context.getImageData(0, 0, image.width, Math.min(image.height, 800));
        const colours = new Set<number>();
        for (let at = 0; at < data.length; at += 4)
          colours.add((data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!);
        return colours.size;
      },
      [...png],
    );
  }
});

/** The viewer's page as the panel that it is. */
function panelOf(page: Page): Pick<PanelDriver, 'panelEval' | 'panelScript'> {
  return {
    panelEval: async (fn, ...args) => page.evaluate(callExpression(fn, args)) as never,
    panelScript: (expression) => page.evaluate(expression),
  };
}

/** For a person to look at: kept where `CROSSLINK_PICTURES` says. */
async function keep(name: string, content: Uint8Array): Promise<void> {
  const to = process.env['CROSSLINK_PICTURES'];
  if (to !== undefined) await writeFile(join(to, name), content);
}

async function keepPicture(page: Page, name: string): Promise<void> {
  await keep(name, await page.screenshot());
}

/** The HAR with one more call, whose URL and header values try to become markup. */
async function withHostileCall(path: string): Promise<string> {
  const har = JSON.parse(await readFile(path, 'utf8'));
  const call = har.log.entries.find(
    ({ _resourceType: type }: { _resourceType?: string }) => type === 'fetch' || type === 'xhr',
  );
  const copy = structuredClone(call);
  copy.request.url = `https://api.hostile.test/${hostile}?q=${hostile}`;
  copy.response.headers.push({ name: 'x-note', value: hostile });
  har.log.entries.push(copy);
  return JSON.stringify(har);
}
