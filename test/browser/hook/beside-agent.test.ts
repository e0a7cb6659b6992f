import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLab, type Lab } from '../../lab/lab';
import { headerOf, type Received } from '../../lab/recorder';
import { browsers } from '../browsers';
import type { PanelDriver } from '../driver';
import { linkBackground } from './background-link';

/** Methods and addresses of the calls that the agent tagged, each once. */
function tagged(received: readonly Received[]): readonly string[] {
  const calls = received
    .filter((request) => request.method !== 'OPTIONS' && headerOf(request, 'x-dtc') !== null)
    .map(({ method, url }) => `${method} ${url.replace(/[?#].*$/, '')}`);
  return [...new Set(calls)].sort();
}

// the stand-in agent wraps XHR as agents with `expw=1` do, which do not tag behind a patch that looks like one
describe.each(browsers)('the agent above the page hook in $name', ({ launch }) => {
  let lab: Lab;
  let driver: PanelDriver;
  beforeAll(async () => {
    lab = await startLab();
    driver = await launch({ lab });
  });
  afterAll(async () => {
    await driver.close();
    await lab.close();
  });

  it('tags what it tags without, and the hook sees its header', async () => {
    const isTagged = (request: Received): boolean =>
      request.method === 'GET' && headerOf(request, 'x-dtc') !== null;
    await driver.openPage(lab.shopUrl);
    await lab.waitFor(isTagged);
    const without = tagged(lab.received);

    await driver.openPanel();
    const background = await linkBackground(driver);
    await background.call('hook.watch', { patterns: ['*://*.shop.test/*'] });
    lab.reset();
    await driver.openPage(lab.shopUrl);
    await background.waitForEvent('hook-started');
    await lab.waitFor(isTagged);
    expect(tagged(lab.received)).toEqual(without);

    const seen = await driver.panelWait(() => {
      const { testEvents } = window as unknown as {
        testEvents: readonly {
          calls?: readonly { agent: string; headers: readonly { name: string; value: string | null }[] }[];
        }[];
      };
      const calls = testEvents.flatMap(({ calls: reported = [] }) => reported);
      return calls.find(({ headers }) => headers.some(({ name }) => name === 'x-dtc'));
    });
    expect(seen.agent).toBe('running');
    expect(seen.headers.find(({ name }) => name === 'x-dtc')?.value).toMatch(/^sn="v_4_srv_/);
  });
});
