import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../src/core';
import { startLab, type Lab } from '../lab/lab';
import { scenarios, variants } from '../lab/scenarios';
import type { Scenario, SeenFacts, VariantId } from '../lab/scenarios';
import { browsers } from './browsers';
import type { PanelDriver } from './driver';
import { expectedIn, runVariant, type VariantRun } from './scenario-run';

const byVariant = Object.keys(variants).map((id) => {
  const variant = id as VariantId;
  return { variant, own: scenarios.filter(({ page }) => page === variant) };
});

describe.each(browsers)('the scenarios of the lab in $name', ({ launch }) => {
  let lab: Lab;
  let driver: PanelDriver;
  beforeAll(async () => {
    lab = await startLab();
    // what the network log alone tells; the page hook knows more
    driver = await launch({ lab, access: 'none' });
    await driver.openPanel();
    await driver.panelWait(ungroup);
  });
  afterAll(async () => {
    await driver?.close();
    await lab?.close();
  });

  describe.each(byVariant)('on the page “$variant”', ({ variant, own }) => {
    let run: VariantRun;
    beforeAll(async () => {
      run = await runVariant(driver, lab, variant);
    });

    it.each(own.map((scenario) => [scenario.id, scenario] as const))(
      '%s: servers and page see what is declared, the panel says what is expected, by these reasons',
      (id, scenario) => {
        expect(run.seen.get(id)).toEqual(declaredFacts(scenario, driver.engine));
        const row = run.rows.get(id);
        const verdicts = run.verdicts.get(id);
        for (const route of routes) {
          const {
            outcome,
            reason,
            also = [],
            addsPreflight = false,
          } = expectedIn(scenario, route, driver.engine);
          expect({ route, outcome: row?.[route] }).toEqual({ route, outcome });
          const judged = verdicts?.[route];
          expect({ route, reason: judged?.reasons[0]?.code, outcome: judged?.outcome }).toEqual({
            route,
            reason,
            outcome,
          });
          expect(judged?.reasons.map(({ code }) => code)).toEqual(expect.arrayContaining([...also]));
          expect({ route, addsPreflight: judged?.addsPreflight }).toEqual({ route, addsPreflight });
        }
      },
    );
  });
});

/** Calls one by one, not by endpoint. */
function ungroup(): boolean {
  const label = [...document.querySelectorAll('label')].find(
    (element) => element.textContent?.trim() === 'Group',
  );
  const box = label?.querySelector('input');
  if (!box) return false;
  if (box.checked) box.click();
  return true;
}

function declaredFacts({ seen }: Scenario, engine: PanelDriver['engine']): SeenFacts {
  const { failed, preflight, arrived, xDtc, dtCookie } = seen.engines?.[engine] ?? seen;
  return { failed, preflight, arrived, xDtc, dtCookie };
}
