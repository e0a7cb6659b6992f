import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Trial } from '../../src/protocol/trial';
import { browsers } from './browsers';
import type { PanelDriver } from './driver';
import { linkBackground, type BackgroundLink } from './hook/background-link';
import { startHookLab, type HookLab } from './hook/hook-lab';
import { inNewPage } from './site/panel-steps';
import { waitUntil } from './wait-until';

const trial: Trial = {
  id: 'trial-0123456789abcdef',
  change: { route: 'header', value: { kind: 'synthetic', value: 'sn="trial"' } },
  mode: 'strict',
  pattern: null,
  exclusions: null,
  endpoints: null,
  pageOrigin: 'http://app.shop.test',
  mended: [],
};

/** Calls as its first act, and again as it comes back from the browser's back/forward cache. */
const page = (name: string): string => `
  const call = (what) => fetch('http://api.shop.test/open/${name}-' + what).catch(() => {});
  call('early');
  addEventListener('pageshow', ({ persisted }) => persisted && call('again'));`;

describe.each(browsers)('a trial and the history of its tab in $name', ({ launch }) => {
  let lab: HookLab;
  let driver: PanelDriver;
  let background: BackgroundLink;

  beforeAll(async () => {
    lab = await startHookLab({ '/': '', '/first': page('first'), '/second': page('second') });
    driver = await launch({ lab });
    await driver.openPage('http://app.shop.test/');
    await driver.openPanel();
    background = await linkBackground(driver);
    await background.call('hook.watch', { patterns: ['*://*.shop.test/*'] });
    await background.startTrial(trial);
  });
  afterAll(async () => {
    await driver?.close();
    await lab?.close();
  });

  const xDtcOf = async (call: string): Promise<string | undefined> =>
    (await lab.waitFor('GET', `/open/${call}`)).headers['x-dtc'];

  it('goes along to another host of the site, from the first call on, where the browser hands it over', async () => {
    await driver.openPage('http://app.shop.test/first');
    expect(await xDtcOf('first-early')).toBe('sn="trial"');
    await driver.openPage('http://www.shop.test/second');
    // Firefox tells server timings to https documents only
    expect(await xDtcOf('second-early')).toBe(driver.engine === 'chromium' ? 'sn="trial"' : undefined);
  });

  it('is not in a page from before its end, however one gets back there', async () => {
    await background.call('trial.stop', {});
    lab.received.length = 0;
    await inNewPage(driver, () => driver.pageEval(() => history.back()));
    expect(await driver.pageEval(() => location.pathname)).toBe('/first');
    // as it was left, or loaded again: that is up to the browser
    await waitUntil('a call of the page', () =>
      Promise.resolve(
        lab.received.some(({ method, target }) => method === 'GET' && target.includes('/first-')),
      ),
    );
    await driver.openPage('http://app.shop.test/first?later');
    await waitUntil('the storage to be clean', () => driver.pageEval(() => sessionStorage.length === 0));
    expect(lab.received.filter(({ headers }) => headers['x-dtc'] !== undefined)).toEqual([]);
    expect(lab.received.filter(({ method }) => method === 'OPTIONS')).toEqual([]);
  });
});
