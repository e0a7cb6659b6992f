import { execFileSync } from 'node:child_process';
import { launch, type Browser } from 'puppeteer-core';
import { chromiumArguments } from '../../lab/browser-flags';
import type { LaunchOptions } from '../driver';

/** For any run: as root in containers, offline, without a word to anybody. */
export const quietArguments: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The system's Chromium; throws if there is none. */
export function chromiumPath(): string {
  return execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim();
}

/** The system's Chromium with the extension, devtools open on every tab, every `*.test` host mapped to the lab. */
export function launchBrowser({ dist, lab, headless = true, netLog }: LaunchOptions): Promise<Browser> {
  return launch({
    executablePath: chromiumPath(),
    headless,
    pipe: true,
    devtools: true,
    enableExtensions: [dist],
    defaultViewport: null,
    args: [
      ...quietArguments,
      '--window-size=1400,1000',
      ...chromiumArguments(lab),
      ...(netLog === undefined ? [] : [`--log-net-log=${netLog}`]),
    ],
  });
}
