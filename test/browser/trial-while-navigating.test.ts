import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers } from './browsers';
import type { PanelDriver } from './driver';
import { startHookLab, type HookLab } from './hook/hook-lab';
import { accessIs, startTrial, typePattern } from './site/panel-steps';

describe.each(browsers)('a trial that interrupts a navigation in $name', ({ launch }) => {
  let lab: HookLab;
  let driver: PanelDriver;
  beforeAll(async () => {
    lab = await startHookLab({ '/': `fetch('http://api.shop.test/open').catch(() => {});` });
    driver = await launch({ lab });
    await driver.openPanel();
    await driver.openPage('http://app.shop.test/');
    await accessIs(driver, 'all');
    await driver.panelWait(() => document.querySelector('.row[data-url*="api.shop.test/open"]') !== null);
    await typePattern(driver, 'api\\.shop');
  });
  afterAll(async () => {
    await driver?.close();
    await lab?.close();
  });

  it('is in force from the first call on', async () => {
    await driver.pageEval(() => void (location.href = '/never'));
    await lab.waitFor('GET', '/never');
    lab.received.length = 0;
    await startTrial(driver, 'header', 'strict');
    expect((await lab.waitFor('GET', 'api.shop.test/open')).headers['x-dtc']).toBeDefined();
  });
});
