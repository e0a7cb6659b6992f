import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolve } from 'node:path';
import { routes, type Route } from '../../../src/core';
import { startLab, type Lab } from '../../lab/lab';
import { scenarioPageUrl, scenarios, variants } from '../../lab/scenarios';
import type { Scenario, VariantId } from '../../lab/scenarios';
import { readRows, type PanelRow } from '../panel-rows';
import { loggedUrl } from '../scenario-run';
import { accessIs, hookIs, inNewPage, typePattern, ungroup } from '../site/panel-steps';
import { waitUntil } from '../wait-until';
import { launchFirefox, type FirefoxDriver } from './firefox-driver';

/** Scenarios that Firefox's network log alone does not tell as Chromium's does. */
const concealed = scenarios.filter(({ expected }) =>
  routes.some((route) => expected[route].engines?.firefox?.logOnly === true),
);

const byVariant = Object.keys(variants).flatMap((id) => {
  const variant = id as VariantId;
  const own = concealed.filter(({ page }) => page === variant);
  return own.length === 0 ? [] : [{ variant, own }];
});

/** With access the page hook and `webRequest` tell what the log does not. */
describe('what Firefox’s log does not tell, with site access', () => {
  let lab: Lab;
  let driver: FirefoxDriver;
  beforeAll(async () => {
    lab = await startLab();
    driver = await launchFirefox({ lab, dist: resolve('dist/e2e-firefox') });
    await driver.openPanel();
    await driver.panelWait(ungroup);
  });
  afterAll(async () => {
    await driver?.close();
    await lab?.close();
  });

  const rowOf = (rows: readonly PanelRow[], scenario: Scenario): PanelRow | undefined =>
    rows.find(({ kind, url }) => kind === 'exchange' && url.startsWith(loggedUrl(scenario)));

  describe.each(byVariant)('on the page “$variant”', ({ variant, own }) => {
    let rows: readonly PanelRow[];
    beforeAll(async () => {
      await driver.openPage(scenarioPageUrl(variant));
      await accessIs(driver, 'all');
      await inNewPage(driver, () => driver.openPage(scenarioPageUrl(variant)));
      await hookIs(driver, 'observing');
      const { draft } = variants[variant];
      if (draft !== null) await typePattern(driver, draft);
      await driver.pageEval(async () => {
        if (!window.dT_) await new Promise((ready) => addEventListener('dtInit', ready, { once: true }));
        await window.runScenarios?.();
      });
      const isTold = (scenario: Scenario, route: Route): boolean =>
        rowOf(rows, scenario)?.[route] === scenario.expected[route].outcome;
      await waitUntil('the rows to be judged', async () => {
        rows = await readRows(driver);
        return own.every((scenario) => routes.every((route) => isTold(scenario, route)));
      }).catch(() => {
        // the tests of the scenarios say what differs
      });
    });

    it.each(own.map((scenario) => [scenario.id, scenario] as const))(
      '%s is judged as in Chromium',
      (_, scenario) => {
        const row = rowOf(rows, scenario);
        expect(routes.map((route) => [route, row?.[route]])).toEqual(
          routes.map((route) => [route, scenario.expected[route].outcome]),
        );
      },
    );
  });
});
