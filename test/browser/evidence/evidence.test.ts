import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeHar, readHarText, type Har, type Report } from '../../../src/core';
import { harText } from '../../bench/generate/har';
import { startLab, type Lab } from '../../lab/lab';
import { accessibilityViolations } from '../axe';
import { browsers } from '../browsers';
import type { PanelDriver } from '../driver';
import { readRows, type PanelRow } from '../panel-rows';
import {
  chooseSession,
  dropFile,
  exportFrom,
  importFiles,
  savedFile,
  sessionIsShown,
  sessionNames,
} from './panel-evidence';

const fixture = (name: string): string => resolve('test/fixtures/har', name);
const flavours = [
  'chrome.har',
  'firefox.har',
  'edge.har',
  'charles.har',
  'fiddler.har',
  'playwright.har',
] as const;

/** The shop's last call. */
const lastCall = '[role="row"][data-url*="/newsletter"][data-header]';

describe.each(browsers)('evidence in $name’s panel', ({ launch }) => {
  let lab: Lab;
  let driver: PanelDriver;
  let folder: string;
  let live: PanelRow[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'crosslink-evidence-'));
    lab = await startLab();
    driver = await launch({ lab });
    await driver.saveDownloadsIn(folder);
    await driver.openPanel();
    await driver.openPage(lab.shopUrl);
    await driver.pageEval(() => window.shop?.tour());
    await driver.panelWait((css) => document.querySelector(css), lastCall);
    // from here on nothing changes
    await driver.click('[aria-label="Record calls"]');
    await driver.panelWait(() => document.querySelector('.status-since')?.textContent === 'recording is off');
    live = await readRows(driver);
  });
  afterAll(async () => {
    await driver?.close();
    await lab?.close();
    await rm(folder, { recursive: true, force: true });
  });

  describe('the live session', () => {
    let sanitised: string;
    let raw: string;

    it('leaves as HAR, sanitised unless the secrets are asked for', async () => {
      sanitised = await exportFrom(driver, folder, { format: 'har' });
      raw = await exportFrom(driver, folder, { format: 'har', raw: true });
      const secrets = secretsOf(JSON.parse(await readFile(raw, 'utf8')));
      expect(secrets.length).toBeGreaterThan(3);
      const text = await readFile(sanitised, 'utf8');
      expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
      expect(JSON.parse(text).log._crosslink.formatVersion).toBe(1);
      expect(text).toContain('"_crosslink"');
    });

    it('opens in the browser’s own Network panel', async () => {
      const rows = await driver.networkPanelRows(await readFile(sanitised, 'utf8'));
      expect(rows.length).toBeGreaterThan(10);
      expect(rows.some((row) => row.includes('recommendations'))).toBe(true);
      await driver.openPanel();
    });

    it('leaves as report in every form, without secrets', async () => {
      const secrets = secretsOf(JSON.parse(await readFile(raw, 'utf8')));
      for (const format of ['html', 'md', 'json'] as const) {
        const text = await readFile(await exportFrom(driver, folder, { format }), 'utf8');
        expect(text).toContain('api.partner.test');
        expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
      }
    });

    it('leaves as the page for the owner of one host', async () => {
      const path = await exportFrom(driver, folder, { format: 'json', host: 'api.partner.test' });
      const report = JSON.parse(await readFile(path, 'utf8')) as Report;
      expect(report.host).toBe('api.partner.test');
      expect(new Set(report.endpoints.map(({ origin }) => origin))).toEqual(
        new Set(['https://api.partner.test']),
      );
    });

    it.each(['sanitised', 'raw'] as const)(
      'comes back from its %s HAR with the same verdicts',
      async (which) => {
        await importFiles(driver, [which === 'raw' ? raw : sanitised]);
        expect(await readRows(driver)).toEqual(live);
      },
    );

    it('is a picture of twice 1280 px', async () => {
      await chooseSession(driver, 'This page');
      await driver.click('[aria-label="Picture of the result"]');
      const png = await readFile(await savedFile(folder, '.png'));
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect(png.readUInt32BE(16)).toBe(2560);
      expect(png.readUInt32BE(20)).toBeGreaterThan(600);
      const notice = await driver.panelWait(() => document.querySelector('.notice')?.textContent);
      expect(notice).toMatch(/^Handed to the browser as crosslink-app\.shop\.test-.*\.png/);
    });

    it('stays apart from imported ones: each shows, exports and closes as itself', async () => {
      await importFiles(driver, [fixture('charles.har')]);
      const other = JSON.parse(
        await readFile(await exportFrom(driver, folder, { format: 'json' }), 'utf8'),
      ) as Report;
      const file = judgeHar(await harOf(fixture('charles.har')));
      expect(other.exchanges.map(({ id }) => id)).toEqual(file.exchanges.map(({ id }) => id));
      await chooseSession(driver, 'This page');
      expect(await readRows(driver)).toEqual(live);
      await driver.click('[aria-label="Close charles.har"]');
      expect((await sessionNames(driver))[0]).toBe('*This page');
      expect(await sessionNames(driver)).not.toContain('charles.har');
      expect(await readRows(driver)).toEqual(live);
    });

    it('compares with another, and says what changed', async () => {
      await driver.click('[aria-label="Compare sessions"]');
      const answer = await driver.panelWait(() => document.querySelector('.comparison-answer')?.textContent);
      expect(answer).toMatch(/^No endpoint’s verdict changed/);
      expect(await accessibilityViolations(driver)).toEqual([]);
      await driver.press('Escape');
    });
  });

  describe('files', () => {
    it.each(flavours)('%s gives the verdicts that the core gives', async (name) => {
      await importFiles(driver, [fixture(name)]);
      const report = judgeHar(await harOf(fixture(name)));
      const outcomesOf = ({ verdicts: { today, cookies, header } }: Report['endpoints'][number]): string =>
        [today.outcome, cookies.outcome, header.outcome].join(' ');
      const rows = (await readRows(driver)).filter(({ kind }) => kind === 'endpoint');
      expect(rows.map(({ today, cookies, header }) => `${today} ${cookies} ${header}`).sort()).toEqual(
        report.endpoints.map(outcomesOf).sort(),
      );
      expect(await driver.panelEval(() => document.querySelector('.status-since')?.textContent)).toMatch(
        new RegExp(`^read from ${name}, by `),
      );
    });

    it('can be dropped anywhere', async () => {
      const text = await readFile(fixture('chrome.har'), 'utf8');
      await dropFile(driver, 'dropped.har', text);
      await sessionIsShown(driver, 'dropped.har');
      expect((await readRows(driver)).length).toBeGreaterThan(3);
    });

    it('that are broken say what and where, and give what is good', async () => {
      const whole = await readFile(fixture('chrome.har'), 'utf8');
      const half = join(folder, 'half.har');
      await writeFile(half, whole.slice(0, Math.floor(whole.length * 0.8)));
      await importFiles(driver, [half]);
      expect((await readRows(driver)).length).toBeGreaterThan(2);
      const flaw = await driver.panelWait(() => document.querySelector('.status-bar .problems')?.textContent);
      expect(flaw).toMatch(/\d/);

      const none = join(folder, 'none.har');
      await writeFile(none, '{"log": nonsense');
      await driver.chooseFiles('input[type="file"]', [none]);
      const failure = await driver.panelWait(() => document.querySelector('.import-failures')?.textContent);
      expect(failure).toMatch(/^none\.har: .*\(line 1, column \d+: /);
      expect(await accessibilityViolations(driver)).toEqual([]);
      await driver.click('.import-failures button');
    });

    it('show their progress, and can be given up', async () => {
      const large = join(folder, 'large.har');
      await writeFile(large, harText({ calls: 6_000, body: 9_000 }));
      const before = await sessionNames(driver);
      await driver.chooseFiles('input[type="file"]', [large]);
      const shown = await driver.panelWait(() => {
        const progress = document.querySelector('.import-progress');
        const text = progress?.textContent;
        progress?.querySelector('button')?.click();
        return text;
      });
      expect(shown).toMatch(/^Reading large\.har: [\d.]+ MB of [\d.]+ MB/);
      await driver.panelWait(() => document.querySelector('.import-progress') === null);
      expect(await sessionNames(driver)).toEqual(before);
    });
  });
});

async function harOf(path: string): Promise<Har> {
  const read = await readHarText(await readFile(path, 'utf8'));
  if (!read.ok) throw new Error(`${path} is no HAR`);
  return read.har;
}

/** Values of cookies and `x-dtc` that a raw HAR holds. */
function secretsOf(har: {
  log: { entries: { request: { headers: { name: string; value: string }[] } }[] };
}): string[] {
  const values = har.log.entries
    .flatMap(({ request }) => request.headers)
    .flatMap(({ name, value }) => {
      if (name.toLowerCase() === 'cookie')
        return value.split(';').map((pair) => pair.split('=').slice(1).join('='));
      return name.toLowerCase() === 'x-dtc' ? (value.match(/_sn_\w+/g) ?? []) : [];
    });
  return [...new Set(values)].filter((value) => value.length > 7);
}
