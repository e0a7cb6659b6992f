import { resolve } from 'node:path';
import { launchChromium } from './chromium/chromium-driver';
import type { LaunchOptions, PanelDriver } from './driver';
import { launchFirefox } from './firefox/firefox-driver';

export interface TestLaunchOptions extends Omit<LaunchOptions, 'dist'> {
  /** `granted` (default): the test build, with access to every site. `none`: what users install, before they are asked. */
  readonly access?: 'granted' | 'none';
}

export interface BrowserUnderTest {
  readonly name: string;
  launch(options: TestLaunchOptions): Promise<PanelDriver>;
}

const buildOf = (browser: 'chrome' | 'firefox', { access = 'granted' }: TestLaunchOptions): string =>
  resolve('dist', access === 'granted' ? `e2e-${browser}` : browser);

/** For `describe.each`: the same test runs in every browser. */
export const browsers: readonly BrowserUnderTest[] = [
  {
    name: 'Chromium',
    launch: (options) => launchChromium({ ...options, dist: buildOf('chrome', options) }),
  },
  {
    name: 'Firefox',
    launch: (options) => launchFirefox({ ...options, dist: buildOf('firefox', options) }),
  },
];
