import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Trial } from '../../../src/protocol/trial';
import { launchChromium, type ChromiumDriver } from '../chromium/chromium-driver';
import { killServiceWorker } from '../chromium/service-worker';
import { waitUntil } from '../wait-until';
import { linkBackground, type BackgroundLink } from './background-link';
import { startHookLab, type HookLab } from './hook-lab';

const trial: Trial = {
  id: 'trial-0123456789abcdef',
  change: { route: 'header', value: { kind: 'synthetic', value: 'sn="trial"' } },
  mode: 'as-if-fixed',
  pattern: null,
  endpoints: null,
  pageOrigin: 'http://app.shop.test',
  mended: [{ origin: 'http://api.shop.test', methods: [], headerNames: ['x-dtc'] }],
};

interface Leftovers {
  readonly scripts: number;
  readonly rules: number;
  readonly states: number;
}

// Firefox's event page is the same code; its death cannot be brought about from here
describe('when Chromium ends the service worker in the middle of a trial', () => {
  let lab: HookLab;
  let driver: ChromiumDriver;
  let background: BackgroundLink;
  let onlooker: Page;

  beforeAll(async () => {
    lab = await startHookLab({ '/': '' });
    driver = await launchChromium({ lab, dist: resolve('dist/e2e-chrome') });
    await driver.openPage('http://app.shop.test/');
    await driver.openPanel();
    background = await linkBackground(driver);
    await background.call('hook.watch', { patterns: ['*://*.shop.test/*'] });
    await background.startTrial(trial);
    const [extension] = [...(await driver.browser.extensions()).keys()];
    onlooker = await driver.browser.newPage();
    await onlooker.goto(`chrome-extension://${extension}/src/access/access.html`);
  });
  afterAll(async () => {
    await driver.browser.close();
    await lab.close();
  });

  const leftovers = async (): Promise<Leftovers> =>
    (await onlooker.evaluate(`(async () => ({
      scripts: (await chrome.scripting.getRegisteredContentScripts()).length,
      rules: (await chrome.declarativeNetRequest.getSessionRules()).length,
      states: Object.keys(await chrome.storage.session.get(null)).length,
    }))()`)) as Leftovers;

  const outcome = (target: string): Promise<string> =>
    driver.pageEval(
      (url) =>
        fetch(url).then(
          () => 'passes',
          () => 'fails',
        ),
      `http://api.shop.test/closed?${target}`,
    );

  it('the trial goes on, and its panel still commands it', async () => {
    expect(await leftovers()).toEqual({ scripts: 2, rules: 1, states: 1 });
    await killServiceWorker(driver.browser);
    expect(await outcome('killed')).toBe('passes');
    expect((await lab.waitFor('GET', '/closed?killed')).headers['x-dtc']).toBe('sn="trial"');
    await background.waitForCall('http://api.shop.test/closed?killed');
    expect(await background.call('trial.read', {})).toEqual({ trial });
    expect(await leftovers()).toEqual({ scripts: 2, rules: 1, states: 1 });
  });

  it('nothing is left when the tab is closed while it is dead', async () => {
    await killServiceWorker(driver.browser);
    await driver.page.close();
    const nothing = { scripts: 0, rules: 0, states: 0 };
    await waitUntil(
      'everything to be undone',
      async () => JSON.stringify(await leftovers()) === JSON.stringify(nothing),
    );
  });
});
