import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLab, type Lab } from '../lab/lab';
import { headerOf, type Received } from '../lab/recorder';
import { scenarioPageUrl, scenarios, variants } from '../lab/scenarios';
import { accessibilityViolations } from './axe';
import { browsers } from './browsers';
import type { PanelDriver } from './driver';
import { requestsOfExtension, watchExtension } from './extension-requests';
import { readRows } from './panel-rows';
import { loggedUrl } from './scenario-run';
import { accessIs, typePattern, ungroup } from './site/panel-steps';
import { waitUntil } from './wait-until';

/** Calls whose header route nobody can judge before their endpoint was asked. */
const unasked = scenarios.filter(
  ({ page, frame, hops, expected }) =>
    page === 'rollout' &&
    frame === undefined &&
    hops.length === 1 &&
    ['preflight-not-seen', 'preflight-may-vary'].includes(expected.header.reason),
);

describe.each(browsers)('the probe in $name', ({ launch }) => {
  let lab: Lab;
  let driver: PanelDriver;
  let folder: string;
  const sentToAsk: string[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'crosslink-probe-'));
    lab = await startLab();
    driver = await launch({ lab, netLog: join(folder, 'net-log.json') });
    await watchExtension(driver);
    await driver.openPage(scenarioPageUrl('rollout'));
    await driver.openPanel();
    await driver.panelWait(ungroup);
    await typePattern(driver, variants.rollout.draft ?? '');
    await driver.pageEval(async () => {
      if (!window.dT_) await new Promise((ready) => addEventListener('dtInit', ready, { once: true }));
      await window.runScenarios?.();
    });
    await accessIs(driver, 'all');
    await headersAre(() => 'unknown');
  });
  afterAll(async () => {
    await driver?.close();
    await lab?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Waits until the rows of the unasked calls have these outcomes on the header route. */
  async function headersAre(outcome: (id: string) => string): Promise<void> {
    await waitUntil('the verdicts on the header route', async () => {
      const rows = await readRows(driver);
      return unasked.every((scenario) => {
        const url = loggedUrl(scenario);
        const row = rows.find((each) => each.kind === 'exchange' && each.url.startsWith(url));
        return row?.header === outcome(scenario.id);
      });
    });
  }

  const asked = (): readonly Received[] => lab.received.filter(({ method }) => method === 'OPTIONS');
  const accepts = (id: string): boolean =>
    unasked.some((scenario) => {
      const answer = scenario.hops[0].preflight;
      const headers = answer !== undefined && 'status' in answer ? (answer.headers ?? []) : [];
      const allowed =
        headers.find(([name]) => name.toLowerCase() === 'access-control-allow-headers')?.[1] ?? '';
      return scenario.id === id && /x-dtc|\{asked\}/.test(allowed);
    });

  it('sends nothing until it is told to', () => {
    const withoutPreflight = unasked.filter(
      ({ expected }) => expected.header.reason === 'preflight-not-seen',
    );
    expect(withoutPreflight.length).toBeGreaterThan(8);
    const probed = withoutPreflight.filter((scenario) =>
      asked().some(({ url }) => url.startsWith(loggedUrl(scenario))),
    );
    expect(probed).toEqual([]);
  });

  it('asks the endpoint of one call as the browser would, and shows question and answer', async () => {
    lab.reset();
    const url = loggedUrl(unasked.find(({ id }) => id === 'header-not-asked')!);
    await driver.panelEval((wanted) => {
      const filter = document.querySelector<HTMLInputElement>('[aria-label="Filter"]')!;
      filter.value = wanted;
      filter.dispatchEvent(new Event('input', { bubbles: true }));
    }, 'header-not-asked/');
    await driver.click(`.row[data-kind="exchange"][data-url^="${url}"]`);
    await driver.click('#detail-tab-probe');
    await driver.click('.probe-bar .filled');
    const sent = await lab.waitFor(({ method, url: to }) => method === 'OPTIONS' && to.startsWith(url));
    expect({
      origin: headerOf(sent, 'origin'),
      method: headerOf(sent, 'access-control-request-method'),
      headers: headerOf(sent, 'access-control-request-headers'),
      cookie: headerOf(sent, 'cookie'),
    }).toEqual({ origin: 'https://app.shop.test', method: 'GET', headers: 'x-dtc', cookie: null });
    const tab = await driver.panelWait(() => {
      const panel = document.querySelector('#detail-panel');
      return panel?.textContent?.includes('Answered with status') === true && panel.textContent;
    });
    expect(tab).toContain('405');
    await driver.panelWait(() => document.querySelector('.route-heading [data-outcome="breaks"]'));
    expect(asked()).toHaveLength(1);
    sentToAsk.push(...asked().map(({ url: to }) => to));
    expect(await accessibilityViolations(driver)).toEqual([]);
  });

  it('asks all that are unknown, each endpoint once, and turns unknown into a verdict', async () => {
    lab.reset();
    await driver.panelEval(() => {
      const filter = document.querySelector<HTMLInputElement>('[aria-label="Filter"]')!;
      filter.value = '';
      filter.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await driver.click('.toolbar [aria-label^="Probe"]');
    await headersAre((id) => (accepts(id) ? 'links' : 'breaks'));
    const targets = asked().map(({ url }) => url);
    expect(new Set(targets).size).toBe(targets.length);
    expect(unasked.some(({ id }) => accepts(id))).toBe(true);
    expect(lab.received.every(({ method }) => method === 'OPTIONS')).toBe(true);
    sentToAsk.push(...targets);
  });

  it('is all that the extension sends, to whatever host', async () => {
    const sent = await requestsOfExtension(driver, join(folder, 'net-log.json'));
    expect(sent.toSorted()).toEqual(sentToAsk.map((url) => `OPTIONS ${url}`).toSorted());
  });
});
