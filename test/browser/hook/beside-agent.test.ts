import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HookCall } from '../../../src/core/exchange/hook-call';
import { startLab, type Lab } from '../../lab/lab';
import { headerOf, type Received } from '../../lab/recorder';
import { browsers } from '../browsers';
import type { PanelDriver } from '../driver';
import { waitUntil } from '../wait-until';
import { linkBackground, type BackgroundLink } from './background-link';

const trialValue = 'sn="trial"';

/** What the start page calls of the API, and whether the agent tags it; the product of the week redirects to the second product. */
const apiCalls: Readonly<Record<string, 'tagged' | 'untagged'>> = {
  '/catalog/products': 'tagged',
  '/catalog/week': 'tagged',
  '/catalog/products/2': 'tagged',
  '/legacy/loyalty': 'untagged',
  '/cart': 'untagged',
};

const apiCallOf = ({ method, url }: Received): string | null => {
  const { host, pathname } = new URL(url);
  return method !== 'OPTIONS' && host === 'api.shop.test' ? pathname : null;
};

// the stand-in agent wraps XHR as agents with `expw=1` do, which do not tag behind a patch that looks like one
describe.each(browsers)('the agent above the page hook in $name', ({ launch }) => {
  let lab: Lab;
  let driver: PanelDriver;
  let background: BackgroundLink;
  beforeAll(async () => {
    lab = await startLab();
    driver = await launch({ lab });
  });
  afterAll(async () => {
    await driver.close();
    await lab.close();
  });

  /** What the agent does with the page's calls, once all have arrived. */
  async function tagging(): Promise<unknown> {
    return waitUntil('all calls of the page', () => {
      const calls = lab.received.flatMap((request) => {
        const call = apiCallOf(request);
        return call === null
          ? []
          : [[call, headerOf(request, 'x-dtc') === null ? 'untagged' : 'tagged'] as const];
      });
      const isWhole = Object.keys(apiCalls).every((each) => calls.some(([call]) => call === each));
      return Promise.resolve(isWhole && Object.fromEntries(calls));
    });
  }

  /** The first call that a document reported with this header. */
  async function callWith(header: string): Promise<HookCall> {
    return waitUntil(`a report of a call with ${header}`, async () =>
      (await background.events())
        .flatMap((event) => (event.type === 'hook-calls' ? event.calls : []))
        .find(({ headers }) => headers.some(({ name }) => name === header)),
    );
  }

  it('tags what it tags without, and the hook sees its header', async () => {
    await driver.openPage(lab.shopUrl);
    expect(await tagging()).toEqual(apiCalls);

    await driver.openPanel();
    background = await linkBackground(driver);
    await background.call('hook.watch', { patterns: ['*://*.shop.test/*'] });
    lab.reset();
    await driver.openPage(lab.shopUrl);
    await background.waitForEvent('hook-started');
    expect(await tagging()).toEqual(apiCalls);

    const seen = await callWith('x-dtc');
    expect(seen.agent).toBe('running');
    expect(seen.headers.find(({ name }) => name === 'x-dtc')?.value).toMatch(/^sn="v_4_srv_/);
  });

  it('is known if it is the New RUM Experience’s', async () => {
    await background.forgetEvents();
    await driver.openPage(`${lab.shopUrl}?agent=new-rum&inclusions=/catalog/`);
    const seen = await callWith('tracestate');
    expect(seen.agent).toBe('new-rum');
    expect(seen.headers.find(({ name }) => name === 'tracestate')?.value).toMatch(/@dtr=/);
    await driver.openPage(lab.shopUrl);
  });

  it('keeps its calls in a trial, which adds its header to the others alone', async () => {
    lab.reset();
    await background.startTrial({
      id: 'trial-0123456789abcdef',
      change: { route: 'header', value: { kind: 'synthetic', value: trialValue } },
      mode: 'strict',
      pattern: String.raw`//api\.shop\.test/`,
      exclusions: null,
      endpoints: null,
      pageOrigin: new URL(lab.shopUrl).origin,
      mended: [],
    });
    // the cart, which the agent's pattern leaves out
    await lab.waitFor(
      (request) =>
        request.url.endsWith('/cart') && headerOf(request, 'access-control-request-headers') === 'x-dtc',
    );
    for (const [call, tag] of Object.entries(apiCalls)) {
      if (tag === 'untagged') continue;
      const request = await lab.waitFor((each) => apiCallOf(each) === call);
      expect(headerOf(request, 'x-dtc')).toMatch(/^sn="v_4_srv_/);
    }
  });
});
