import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLab, type Lab } from '../../lab/lab';
import { linkBackground } from '../hook/background-link';
import { readRows } from '../panel-rows';
import {
  accessIs,
  hookIs,
  inNewPage,
  pressButton,
  startTrial,
  trialIs,
  typePattern,
} from '../site/panel-steps';
import { waitUntil } from '../wait-until';
import { launchFirefox, type FirefoxDriver } from './firefox-driver';

/** What only Firefox has: jars of containers and of partitions, windows that add-ons must be allowed into, docks. */
describe('site access in Firefox', () => {
  let lab: Lab;
  let driver: FirefoxDriver;
  beforeEach(async () => {
    lab = await startLab();
    driver = await launchFirefox({ lab, dist: resolve('dist/e2e-firefox') });
  });
  afterEach(async () => {
    await driver?.close();
    await lab?.close();
  });

  const readCookies = async () => {
    const background = await linkBackground(driver);
    return background.call('cookies.read', {
      pageUrl: lab.shopUrl,
      targets: ['https://api.shop.test/items', 'https://api.partner.test/seen'],
    });
  };

  const untilAgentHasCookies = () =>
    waitUntil('the agent to write its cookies', () =>
      driver.pageEval(() => document.cookie.includes('dtCookie')),
    );

  it('reads the cookies of the tab’s container, and says of which partition they are', async () => {
    await driver.openContainerTab(lab.shopUrl);
    await untilAgentHasCookies();
    await driver.openPanel();
    await accessIs(driver, 'all');
    await driver.extensionScript(`browser.cookies.set({
      url: 'https://api.partner.test/', name: 'dtCookie', value: 'v_4', secure: true, sameSite: 'no_restriction',
      storeId: 'firefox-container-1', partitionKey: { topLevelSite: 'https://shop.test' } })`);
    const { cookies, missing } = await readCookies();
    expect(missing).toEqual([]);
    const dtCookies = cookies
      .filter(({ name }) => name === 'dtCookie')
      .map(({ domain, partitionKey }) => ({ domain, partitionKey }));
    expect(dtCookies).toEqual(
      expect.arrayContaining([
        { domain: 'shop.test', partitionKey: undefined },
        { domain: 'api.partner.test', partitionKey: 'https://shop.test' },
      ]),
    );
    const elsewhere = await driver.extensionScript(
      `browser.cookies.getAll({ domain: 'shop.test', storeId: 'firefox-default' })`,
    );
    expect(elsewhere).toEqual([]);
  });

  it('works in a private window, and leaves nothing of it behind', async () => {
    await driver.openPrivateWindow();
    await driver.openPage(lab.shopUrl);
    await driver.openPanel();
    await accessIs(driver, 'all');
    await inNewPage(driver, () => pressButton(driver, 'Reload page'));
    await hookIs(driver, 'observing');
    await untilAgentHasCookies();
    expect((await readCookies()).cookies.map(({ name }) => name)).toContain('dtCookie');
    await waitUntil('rows', async () => (await readRows(driver)).length > 3);
    await typePattern(driver, 'private');
    await driver.panelWait(
      () => document.querySelector<HTMLSelectElement>('select[aria-label="Pattern shown"]')?.value,
    );
    await driver.closeDevtools();
    expect(await driver.extensionScript('browser.storage.local.get(null)')).toEqual({});
  });

  it('goes on with a trial when devtools are docked elsewhere', async () => {
    await driver.openPanel();
    await driver.openPage(lab.shopUrl);
    await accessIs(driver, 'all');
    await waitUntil('rows', async () => (await readRows(driver)).length > 3);
    await typePattern(driver, String.raw`//api\.`);
    await inNewPage(driver, () => startTrial(driver, 'header', 'strict'));
    await hookIs(driver, 'observing');
    await driver.dock('right');
    await trialIs(driver, 'running');
    await driver.pageEval(async () => (await fetch('/search?q=docked')).status);
    await hookIs(driver, 'observing');
    await waitUntil('the mark in the title', () => driver.pageEval(() => document.title.startsWith('⚠')));
    await pressButton(driver, 'Stop trial');
    await trialIs(driver, 'over');
    await waitUntil(
      'the mark to go',
      async () => !(await driver.pageEval(() => document.title.startsWith('⚠'))),
    );
  });
});
