import { execFileSync } from 'node:child_process';
import { launch, type Browser } from 'puppeteer-core';
import { chromiumArguments } from '../../lab/browser-flags';
import type { LaunchOptions } from '../driver';

/** The system's Chromium with the extension, devtools open on every tab, every `*.test` host mapped to the lab. */
export function launchBrowser({ dist, lab, headless = true }: LaunchOptions): Promise<Browser> {
  return launch({
    executablePath: execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim(),
    headless,
    pipe: true,
    devtools: true,
    enableExtensions: [dist],
    defaultViewport: null,
    args: [
      // runs as root in containers; offline; deterministic size
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--window-size=1400,1000',
      ...chromiumArguments(lab),
    ],
  });
}
