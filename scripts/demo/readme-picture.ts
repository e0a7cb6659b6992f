import { resolve } from 'node:path';
import { launchChromium } from '../../test/browser/chromium/chromium-driver';
import { startLab } from '../../test/lab/lab';
import { tourShop } from './tour';

/** The README's picture: the shop's calls judged by a draft that is too broad, and why one of them would break. */
const lab = await startLab();
const driver = await launchChromium({ dist: resolve('dist/chrome'), lab });
try {
  await driver.openPanel();
  await driver.openPage(lab.shopUrl);
  await tourShop(driver);
  await driver.click('#pattern-text');
  await driver.press('Control+a');
  await driver.type('#pattern-text', String.raw`//(api|maps)\.`);
  await driver.panelWait(() => document.querySelector('.row[data-url*="/stores"][data-header="breaks"]'));
  await driver.click('.row[data-url*="/stores"]');
  await driver.press('Enter');
  await driver.screenshot('docs/panel.png', { theme: 'light', width: 1400 });
} finally {
  await driver.close();
  await lab.close();
}
