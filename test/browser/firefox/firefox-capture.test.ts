import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLab, type Lab } from '../../lab/lab';
import { readRows } from '../panel-rows';
import { waitUntil } from '../wait-until';
import { launchFirefox, type FirefoxDriver } from './firefox-driver';

/** What only Firefox does: its log obeys the Network panel, and it builds the panel's document anew. */
describe('recording in Firefox', () => {
  let lab: Lab;
  let driver: FirefoxDriver;
  beforeEach(async () => {
    lab = await startLab();
    driver = await launchFirefox({ lab, dist: resolve('dist/firefox') });
    await driver.openPage('https://app.shop.test/fresh/no-agent');
  });
  afterEach(async () => {
    await driver?.close();
    await lab?.close();
  });

  const fetchSearch = (words: string) =>
    driver.pageEval(async (q) => (await fetch(`/search?q=${q}`)).status, words);

  const rowsHold = (words: string) =>
    waitUntil(`a row of the search for ${words}`, async () =>
      (await readRows(driver)).some(({ url }) => url.includes(`q=${words}`)),
    );

  const ungroup = () =>
    driver.panelWait(() => {
      const group = [...document.querySelectorAll('label')].find((label) => label.textContent === 'Group');
      group?.querySelector('input')?.click();
      return group !== undefined;
    });

  it('has what was called before its panel was opened', async () => {
    await driver.openDevtools();
    expect(await fetchSearch('early')).toBe(200);
    await driver.openPanel();
    await ungroup();
    await rowsHold('early');
  });

  it('shows calls that the filter of the Network panel hides from extensions, and says so', async () => {
    await driver.openPanel();
    await ungroup();
    await driver.toggleNetworkFilter('css');
    await fetchSearch('hidden');
    await driver.toggleNetworkFilter('css');
    await driver.toggleNetworkFilter('css');
    await rowsHold('hidden');
    await fetchSearch('later');
    await rowsHold('later');
    expect(await driver.panelWait(() => document.querySelector('.problems')?.textContent)).toMatch(/filter/i);
  });

  it('finds hidden calls after a reload, too', async () => {
    await driver.openPanel();
    await ungroup();
    await driver.toggleNetworkFilter('css');
    await driver.openPage('https://app.shop.test/fresh/no-agent');
    await fetchSearch('reloaded');
    await rowsHold('reloaded');
  });

  it('stays as it is when devtools are docked elsewhere', async () => {
    await driver.openPanel();
    await ungroup();
    await fetchSearch('kept');
    await rowsHold('kept');
    await driver.type('.filter input', 'search');
    await driver.type('#pattern-text', '/search');
    await driver.click('[data-kind="exchange"][data-url*="q=kept"]');
    await driver.press('Enter');
    await driver.panelWait(() => document.querySelector('.detail') !== null);
    await waitUntil('what was typed to be kept', async () =>
      JSON.stringify(await driver.extensionScript('browser.storage.local.get()')).includes('"/search"'),
    );
    for (const side of ['right', 'window', 'bottom'] as const) {
      await driver.dock(side);
      await rowsHold('kept');
      const seen = await driver.panelWait(() => {
        const selected = document.querySelector('[aria-selected="true"]');
        const pattern = document.querySelector<HTMLTextAreaElement>('#pattern-text')?.value;
        if (selected === null || !pattern) return null;
        return {
          filter: document.querySelector<HTMLInputElement>('.filter input')?.value,
          pattern,
          selected: selected.getAttribute('data-url'),
          details: document.querySelector('.detail .detail-url')?.textContent,
        };
      });
      expect(seen).toEqual({
        filter: 'search',
        pattern: '/search',
        selected: 'https://app.shop.test/search?q=kept',
        details: 'https://app.shop.test/search?q=kept',
      });
    }
  });
});
