import { readFile } from 'node:fs/promises';
import { ChromiumDriver } from './chromium/chromium-driver';
import type { PanelDriver } from './driver';
import { FirefoxDriver } from './firefox/firefox-driver';

/** What the browser itself logs of the network; only what it knows to be there is described. */
interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly {
    readonly type: number;
    readonly params?: { readonly url?: string; readonly method?: string; readonly initiator?: string };
  }[];
}

/** In Firefox from now on; Chromium logs from its start, into the file named at launch. */
export async function watchExtension(driver: PanelDriver): Promise<void> {
  if (!(driver instanceof FirefoxDriver)) return;
  await driver.privileged(`(() => {
    const window = Services.wm.getMostRecentWindow('navigator:browser');
    window.extensionRequests = [];
    window.extensionObserver = {
      observe(channel) {
        const { URI, requestMethod, loadInfo } = channel.QueryInterface(Ci.nsIHttpChannel);
        const principals = [loadInfo.triggeringPrincipal, loadInfo.loadingPrincipal];
        if (principals.some((each) => each?.addonPolicy)) {
          window.extensionRequests.push(requestMethod + ' ' + URI.spec);
        }
      },
    };
    Services.obs.addObserver(window.extensionObserver, 'http-on-modify-request');
  })()`);
}

/** `METHOD URL` of whatever any part of the extension sent over the network; ends the browser. */
export async function requestsOfExtension(driver: PanelDriver, netLog: string): Promise<readonly string[]> {
  if (driver instanceof FirefoxDriver) {
    const requests = await driver.privileged(`(() => {
      const window = Services.wm.getMostRecentWindow('navigator:browser');
      Services.obs.removeObserver(window.extensionObserver, 'http-on-modify-request');
      return window.extensionRequests;
    })()`);
    await driver.close();
    return requests as string[];
  }
  if (!(driver instanceof ChromiumDriver)) throw new Error('an unknown browser');
  const gone = driver.closed;
  await driver.close();
  await gone;
  const { constants, events } = JSON.parse(await readFile(netLog, 'utf8')) as NetLog;
  return events.flatMap(({ type, params }) =>
    type === constants.logEventTypes['URL_REQUEST_START_JOB'] &&
    params?.initiator?.startsWith('chrome-extension:') === true &&
    /^https?:/.test(params.url ?? '')
      ? [`${params.method} ${params.url}`]
      : [],
  );
}
