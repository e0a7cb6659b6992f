import { resolve } from 'node:path';
import { launchChromium } from './chromium/chromium-driver';
import type { LaunchOptions, PanelDriver } from './driver';
import { launchFirefox } from './firefox/firefox-driver';

export interface BrowserUnderTest {
  readonly name: string;
  launch(options: Omit<LaunchOptions, 'dist'>): Promise<PanelDriver>;
}

/** For `describe.each`: the same test runs in every browser, with its test build. */
export const browsers: readonly BrowserUnderTest[] = [
  {
    name: 'Chromium',
    launch: (options) => launchChromium({ ...options, dist: resolve('dist/e2e-chrome') }),
  },
  {
    name: 'Firefox',
    launch: (options) => launchFirefox({ ...options, dist: resolve('dist/e2e-firefox') }),
  },
];
