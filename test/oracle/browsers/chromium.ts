import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { chromiumPath, quietArguments } from '../../browser/chromium/launch';
import { callExpression } from '../../browser/remote-function';
import type { PageOutcome } from '../call/page-call';
import { otherPort } from '../world/origins';
import { concurrency, type OracleBrowser, type OraclePorts } from './oracle-browser';

/** The system's Chromium with third-party cookies allowed, as its users may set it. */
export async function launchChromiumOracle({ httpPort, httpsPort }: OraclePorts): Promise<OracleBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'crosslink-oracle-'));
  await mkdir(join(profile, 'Default'));
  const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  const rules = Object.entries({
    80: httpPort,
    443: httpsPort,
    [otherPort.http]: httpPort,
    [otherPort.https]: httpsPort,
  }).map(([port, real]) => `MAP *:${port} 127.0.0.1:${real}`);
  const browser = await launch({
    executablePath: chromiumPath(),
    pipe: true,
    userDataDir: profile,
    defaultViewport: null,
    args: [
      ...quietArguments,
      `--host-resolver-rules=${rules.join(', ')}`,
      '--ignore-certificate-errors',
      // http stays http
      '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
    ],
  });
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  return {
    engine: 'chromium',
    version: await browser.version(),
    async open(url) {
      await page.goto(url);
      return page.url();
    },
    async runCalls(calls) {
      const run = callExpression(
        (...args: Parameters<typeof runOracleCalls>) => runOracleCalls(...args),
        [calls, concurrency],
      );
      return (await page.evaluate(run)) as PageOutcome[];
    },
    async clearCookies() {
      await session.send('Network.clearBrowserCookies');
    },
    async close() {
      await browser.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}
