import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLab, type Lab } from '../lab/lab';
import { accessibilityViolations } from './axe';
import { browsers } from './browsers';
import { launchChromium, type ChromiumDriver } from './chromium/chromium-driver';
import { hasDisplayTools, startDisplay, type VirtualDisplay } from './chromium/display';
import type { PanelDriver } from './driver';
import { launchFirefox, type FirefoxDriver } from './firefox/firefox-driver';
import { accessIs, hookIs, inNewPage, pressButton, startTrial, trialIs, ungroup } from './site/panel-steps';
import { waitUntil } from './wait-until';

const stripText = (driver: PanelDriver) =>
  driver.panelEval(() => document.querySelector('.access')?.textContent ?? '');

const callOfTheShop = '.row[data-kind="exchange"][data-url*="/catalog/products"]';

describe.each(browsers)('access that is granted in advance, in $name', ({ launch }) => {
  let lab: Lab;
  let driver: PanelDriver;
  beforeAll(async () => {
    lab = await startLab();
    driver = await launch({ lab });
    await driver.openPage(lab.shopUrl);
    await driver.openPanel();
    await accessIs(driver, 'all');
  });
  afterAll(async () => {
    await driver?.close();
    await lab?.close();
  });

  it('brings the page hook with the next load, which is offered', async () => {
    await hookIs(driver, 'reload');
    expect(await stripText(driver)).toContain('page hook: from the next load on');
    await driver.panelWait(ungroup);
    // there are none if devtools opened after the calls
    await driver.panelEval((css) => {
      for (const row of document.querySelectorAll<HTMLElement>(css)) row.dataset['loadBefore'] = 'yes';
    }, callOfTheShop);
    await inNewPage(driver, () => pressButton(driver, 'Reload page'));
    await hookIs(driver, 'observing');
    await driver.panelWait(() => document.querySelector('.row[data-load-before]') === null);
  });

  it('lets every field say where it comes from', async () => {
    await driver.click(callOfTheShop);
    await driver.click('#detail-tab-facts');
    await driver.panelWait(() =>
      [...document.querySelectorAll('.facts caption')].some(
        ({ textContent }) => textContent === 'As the script made it',
      ),
    );
    const sources = await driver.panelEval(() =>
      Object.fromEntries(
        [...document.querySelectorAll('.facts tbody tr')].map((line) => [
          line.querySelector('th')?.textContent ?? '',
          line.querySelector('td:last-child')?.textContent ?? '',
        ]),
      ),
    );
    expect(sources).toMatchObject({
      URL: 'network log',
      'URL as the script passed it': 'page hook',
      Mode: expect.stringMatching(/page hook|network log/) as string,
      'Headers set': 'page hook',
      'RUM agent at that time': 'page hook',
    });
    expect(Object.values(sources)).not.toContain('');
  });

  it('names each host with what it is for, and what stays out of reach', async () => {
    await driver.click('.access .strip-toggle');
    expect(await stripText(driver)).toContain('Page hook, RUM cookies, live trial');
    expect(await stripText(driver)).toContain('It cannot reach workers');
    expect(await accessibilityViolations(driver)).toEqual([]);
  });
});

describe('access that nobody has granted', () => {
  describe.each([
    ['Chromium', (lab: Lab) => launchChromium({ lab, dist: resolve('dist/chrome') })],
    ['Firefox', (lab: Lab) => launchFirefox({ lab, dist: resolve('dist/firefox') })],
  ] as const)('in %s', (_, launch) => {
    let lab: Lab;
    let driver: PanelDriver;
    beforeAll(async () => {
      lab = await startLab();
      driver = await launch(lab);
      await driver.openPanel();
      await driver.openPage(lab.shopUrl);
    });
    afterAll(async () => {
      await driver?.close();
      await lab?.close();
    });

    it('is said, and everything that needs none works', async () => {
      await accessIs(driver, 'none');
      expect(await stripText(driver)).toContain('verdicts come from the network log alone');
      await driver.panelWait(() => document.querySelectorAll('.row[data-header]').length > 3);
      expect(await accessibilityViolations(driver)).toEqual([]);
    });

    it('is offered where it is missed: the cookies', async () => {
      await driver.panelWait(ungroup);
      await driver.click('.row[data-kind="exchange"]');
      await driver.click('#detail-tab-cookies');
      await driver.panelWait(
        () => document.querySelector('.cookies button')?.textContent === 'Grant access…',
      );
    });
  });

  describe('and is asked for in Firefox', () => {
    let lab: Lab;
    let driver: FirefoxDriver;
    beforeAll(async () => {
      lab = await startLab();
      driver = await launchFirefox({ lab, dist: resolve('dist/firefox') });
      await driver.openPage(lab.shopUrl);
      await driver.openPanel();
      await accessIs(driver, 'none');
    });
    afterAll(async () => {
      await driver?.close();
      await lab?.close();
    });

    it('opens a page in a tab, whose button makes the browser ask; the panel goes on by itself', async () => {
      await pressButton(driver, 'Grant access…');
      await driver.privileged('panelDriver.answerAccessPage()');
      await accessIs(driver, 'all');
      await hookIs(driver, 'reload');
    });

    it('taken back in the browser’s settings ends a trial at once, and says so', async () => {
      await inNewPage(driver, () => pressButton(driver, 'Reload page'));
      await hookIs(driver, 'observing');
      await accessIs(driver, 'partial');
      await inNewPage(driver, () => startTrial(driver, 'header', 'strict'));
      await driver.privileged('panelDriver.withdrawAccess(...args)', driver.firefox.extensionId);
      await trialIs(driver, 'over');
      const banner = await driver.panelEval(() => document.querySelector('.trial-banner')?.textContent);
      expect(banner).toContain('site access was withdrawn');
      await accessIs(driver, 'none');
      expect(await stripText(driver)).toContain('was withdrawn');
    });
  });

  describe.skipIf(!hasDisplayTools())('and is asked for by Chromium’s own prompt', () => {
    let lab: Lab;
    let display: VirtualDisplay;
    let driver: ChromiumDriver;
    const usual = process.env['DISPLAY'];
    beforeAll(async () => {
      lab = await startLab();
      display = await startDisplay();
      process.env['DISPLAY'] = display.name;
      driver = await launchChromium({ lab, dist: resolve('dist/chrome'), headless: false });
      await driver.openPage(lab.shopUrl);
      await driver.openPanel();
      await accessIs(driver, 'none');
    });
    afterAll(async () => {
      await driver?.close();
      display?.close();
      await lab?.close();
      if (usual === undefined) delete process.env['DISPLAY'];
      else process.env['DISPLAY'] = usual;
    });

    /** Of the button “Deny”, and of “Allow” once it takes an answer: nobody can have read the prompt before. */
    const colours = { deny: [13, 80, 187], allow: [211, 227, 253] } as const;

    /** Answers the prompt that a button opens. */
    async function answerPrompt(button: string, answer: 'deny' | 'allow'): Promise<void> {
      await pressButton(driver, button);
      await driver.panelWait(() => document.querySelector('[data-question="prompt"]'));
      await waitUntil('the prompt to take an answer', () =>
        Promise.resolve(display.shows(colours.deny) && display.shows(colours.allow)),
      );
      // “Deny” has the focus, “Allow” comes next
      display.press(...(answer === 'allow' ? ['Tab', 'Return'] : ['Escape']));
      await driver.panelWait(() => document.querySelector('[data-question="prompt"]') === null);
    }

    it('refused: nothing has changed', async () => {
      await answerPrompt('Grant access…', 'deny');
      await driver.panelWait(() => document.querySelector('[data-question="refused"]'));
      await accessIs(driver, 'none');
    });

    it('allowed: the page hook comes with the next load', async () => {
      await answerPrompt('Grant access…', 'allow');
      await accessIs(driver, 'all');
      await inNewPage(driver, () => pressButton(driver, 'Reload page'));
      await hookIs(driver, 'observing');
    });

    it('revoked in the panel: the page hook goes', async () => {
      await driver.click('.access .strip-toggle');
      await driver.click('[aria-label="Revoke access to *.shop.test"]');
      // of the hosts that the page had called by then, more than this one may have been granted
      await driver.panelWait(
        () => document.querySelector('.hosts [data-granted="false"] code')?.textContent === '*.shop.test',
      );
      await hookIs(driver, 'no-access');
    });
  });
});
