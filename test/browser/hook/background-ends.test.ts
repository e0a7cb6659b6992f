import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Trial } from '../../../src/protocol/trial';
import { browsers, type BrowserUnderTest } from '../browsers';
import type { PanelDriver } from '../driver';
import { ungroup } from '../site/panel-steps';
import { waitUntil } from '../wait-until';
import { linkBackground, type BackgroundLink } from './background-link';
import { startHookLab, type HookLab } from './hook-lab';

const trial: Trial = {
  id: 'trial-0123456789abcdef',
  change: { route: 'header', value: { kind: 'synthetic', value: 'sn="trial"' } },
  mode: 'as-if-fixed',
  pattern: null,
  exclusions: null,
  endpoints: null,
  pageOrigin: 'http://app.shop.test',
  mended: [
    { from: 'http://app.shop.test', origin: 'http://api.shop.test', methods: [], headerNames: ['x-dtc'] },
  ],
};

interface Leftovers {
  readonly scripts: number;
  readonly rules: number;
  readonly states: number;
}

const nothing: Leftovers = { scripts: 0, rules: 0, states: 0 };

/** A browser whose page is being tried. */
interface OnTrial {
  readonly lab: HookLab;
  readonly driver: PanelDriver;
  readonly background: BackgroundLink;
}

async function startOnTrial({ launch }: BrowserUnderTest): Promise<OnTrial> {
  const lab = await startHookLab({ '/': '' });
  const driver = await launch({ lab });
  await driver.openPage('http://app.shop.test/');
  await driver.openPanel();
  const background = await linkBackground(driver);
  await background.call('hook.watch', { patterns: ['*://*.shop.test/*'] });
  await background.startTrial(trial);
  return { lab, driver, background };
}

async function end({ lab, driver }: OnTrial): Promise<void> {
  await driver.close();
  await lab.close();
}

const leftovers = async ({ driver }: OnTrial): Promise<Leftovers> =>
  (await driver.extensionScript(`(async () => {
    const { scripting, declarativeNetRequest, storage } = globalThis.browser ?? chrome;
    return {
      scripts: (await scripting.getRegisteredContentScripts()).length,
      rules: (await declarativeNetRequest.getSessionRules()).length,
      states: Object.keys(await storage.session.get(null)).length,
    };
  })()`)) as Leftovers;

/** Whether the page gets an answer of the API. */
const outcome = ({ driver }: OnTrial, target: string): Promise<string> =>
  driver.pageEval(
    (url) =>
      fetch(url).then(
        () => 'passes',
        () => 'fails',
      ),
    `http://api.shop.test/closed?${target}`,
  );

describe.each(browsers)('when $name ends the background', (browser: BrowserUnderTest) => {
  let onTrial: OnTrial;
  beforeAll(async () => {
    onTrial = await startOnTrial(browser);
  });
  afterAll(() => end(onTrial));

  it('a trial goes on, and its panel still commands it', async () => {
    const { lab, driver, background } = onTrial;
    expect(await leftovers(onTrial)).toEqual({ scripts: 2, rules: 2, states: 1 });
    await driver.endBackground();
    expect(await outcome(onTrial, 'killed')).toBe('passes');
    expect((await lab.waitFor('GET', '/closed?killed')).headers['x-dtc']).toBe('sn="trial"');
    await background.waitForCall('http://api.shop.test/closed?killed');
    expect(await background.call('trial.read', {})).toEqual({ trial });
    expect(await leftovers(onTrial)).toEqual({ scripts: 2, rules: 2, states: 1 });
  });

  it('the panel keeps its line to the recorder', async () => {
    const { driver } = onTrial;
    // asked from outside: devtools may not be in front, and then have no animation frames
    await waitUntil('calls one by one', () => driver.panelEval(ungroup));
    await driver.panelScript(`(() => {
      window.lost = false;
      new MutationObserver(() => {
        window.lost ||= document.querySelector('[role="alert"] .banner') !== null;
      }).observe(document.body, { subtree: true, childList: true });
    })()`);
    await driver.endBackground();
    expect(await outcome(onTrial, 'after-the-end')).toBe('passes');
    await waitUntil('the row of the call', () =>
      driver.panelEval(() => document.querySelector('.row[data-url*="after-the-end"]') !== null),
    );
    expect(await driver.panelScript('window.lost')).toBe(false);
  });

  it('a probe that is under way ends as failed, leaves no rule behind, and can be sent again', async () => {
    const { lab, driver } = onTrial;
    const call = (id: string, url: string) =>
      `testCall('probe.run', ${JSON.stringify({
        id,
        timeout: 10_000,
        request: { url, origin: trial.pageOrigin, method: 'GET', headerNames: ['x-dtc'] },
      })})`;
    await driver.panelScript(`void ${call('p1', 'http://api.shop.test/never')}.then(
      (answer) => { window.probed = answer === undefined ? 'no answer' : 'answered'; },
      () => { window.probed = 'no answer'; })`);
    await lab.waitFor('OPTIONS', '/never');
    await driver.endBackground();
    expect(await waitUntil('the probe to end', () => driver.panelScript('window.probed'))).toBe('no answer');
    expect(await driver.panelScript(call('p2', 'http://api.shop.test/open?again'))).toMatchObject({
      ok: true,
      result: { kind: 'answered' },
    });
    await waitUntil('only the trial’s rules to be left', async () => (await leftovers(onTrial)).rules === 2);
  });
});

describe.each(browsers)('when the panel goes while $name has ended the background', (browser) => {
  let onTrial: OnTrial;
  beforeEach(async () => {
    onTrial = await startOnTrial(browser);
    expect(await leftovers(onTrial)).toEqual({ scripts: 2, rules: 2, states: 1 });
    await onTrial.driver.endBackground();
  });
  afterEach(() => end(onTrial));

  const becomesNothing = () =>
    waitUntil(
      'everything to be undone',
      async () => JSON.stringify(await leftovers(onTrial)) === JSON.stringify(nothing),
    );

  it('nothing is left after the next call of the page', async () => {
    const { lab, driver } = onTrial;
    await driver.closeDevtools();
    await outcome(onTrial, 'closed');
    await becomesNothing();
    await outcome(onTrial, 'released');
    expect((await lab.waitFor('GET', '/closed?released')).headers['x-dtc']).toBeUndefined();
  });

  it('nothing is left when the tab is closed', async () => {
    await onTrial.driver.closePage();
    await becomesNothing();
  });
});
