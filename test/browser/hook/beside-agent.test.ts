import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLab, type Lab } from '../../lab/lab';
import { headerOf, type Received } from '../../lab/recorder';
import { browsers } from '../browsers';
import type { PanelDriver } from '../driver';
import { linkBackground, type BackgroundLink } from './background-link';

const trialValue = 'sn="trial"';

const nameOf = ({ method, url }: Received): string => `${method} ${url.replace(/[?#].*$/, '')}`;

/** The calls that the agent tagged, each once. */
function tagged(received: readonly Received[]): readonly string[] {
  const calls = received
    .filter((request) => request.method !== 'OPTIONS' && headerOf(request, 'x-dtc') !== null)
    .map(nameOf);
  return [...new Set(calls)].sort();
}

// the stand-in agent wraps XHR as agents with `expw=1` do, which do not tag behind a patch that looks like one
describe.each(browsers)('the agent above the page hook in $name', ({ launch }) => {
  let lab: Lab;
  let driver: PanelDriver;
  let background: BackgroundLink;
  /** What the agent tags when there is no hook. */
  let without: readonly string[];
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
    without = tagged(lab.received);

    await driver.openPanel();
    background = await linkBackground(driver);
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

  it('keeps its calls in a trial, which adds its header to the others alone', async () => {
    lab.reset();
    await background.startTrial({
      id: 'trial-0123456789abcdef',
      change: { route: 'header', value: { kind: 'synthetic', value: trialValue } },
      mode: 'strict',
      pattern: String.raw`//api\.shop\.test/`,
      endpoints: null,
      pageOrigin: new URL(lab.shopUrl).origin,
      mended: [],
    });
    // the cart, which the agent's pattern leaves out
    await lab.waitFor(
      (request) =>
        request.url.endsWith('/cart') && headerOf(request, 'access-control-request-headers') === 'x-dtc',
    );
    await lab.waitFor((request) => headerOf(request, 'x-dtc')?.startsWith('sn="v_4_srv_') === true);
    const values = lab.received.flatMap((request) => {
      const value = without.includes(nameOf(request)) ? headerOf(request, 'x-dtc') : null;
      return value === null ? [] : [value];
    });
    for (const value of values) expect(value).not.toContain(trialValue);
  });
});
