import { resolve } from 'node:path';
import { launchChromium } from '../../test/browser/chromium/chromium-driver';
import type { LaunchOptions, PanelDriver } from '../../test/browser/driver';
import { launchFirefox } from '../../test/browser/firefox/firefox-driver';
import { readRows } from '../../test/browser/panel-rows';
import { startLab, type Lab } from '../../test/lab/lab';
import { tourShop } from './tour';
import { verdictTable } from './verdict-table';

const picture = 'artifacts/panel.png';

const inFirefox = process.argv.includes('--firefox');

const lab = await startLab();
try {
  await demonstrate(lab);
} finally {
  await lab.close();
}

async function demonstrate({ shopUrl }: Lab): Promise<void> {
  const headless = !hasDisplay();
  const driver = await launch({ lab, headless });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void driver.close());
  try {
    // devtools record from the moment they are open: the page comes after them
    await driver.openPanel();
    await driver.openPage(shopUrl);
    if (headless) {
      await showInText(driver);
    } else {
      console.log(`${shopUrl} is open, with devtools on the Crosslink panel. Ctrl-C ends everything.`);
      await driver.closed;
    }
  } finally {
    await driver.close();
  }
}

function launch(options: Omit<LaunchOptions, 'dist'>): Promise<PanelDriver> {
  return inFirefox
    ? launchFirefox({ ...options, dist: resolve('dist/firefox') })
    : launchChromium({ ...options, dist: resolve('dist/chrome') });
}

function hasDisplay(): boolean {
  const windowed = process.platform === 'darwin' || process.platform === 'win32';
  return windowed || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

async function showInText(driver: PanelDriver): Promise<void> {
  await tourShop(driver);
  console.log(verdictTable(await readRows(driver)));
  await driver.screenshot(picture, { theme: 'light', width: 1400 });
  console.log(`No display here: this is what the panel shows. Its picture is ${picture}.`);
}
