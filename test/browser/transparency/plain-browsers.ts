import { launch } from 'puppeteer-core';
import { chromiumArguments } from '../../lab/browser-flags';
import { chromiumPath, quietArguments } from '../chromium/launch';
import type { LabPorts } from '../driver';
import { launchPlainFirefox } from '../firefox/launch';

/** A browser without the extension. */
export interface PlainBrowser {
  /** Opens the page and resolves with what its promise `finished` becomes, by way of JSON. */
  finish<Result>(url: string): Promise<Result>;
  /** The value of an expression, or of its promise, in the page. */
  evaluate<Value>(expression: string): Promise<Value>;
  close(): Promise<void>;
}

const finished = 'globalThis.finished.then((result) => JSON.stringify(result))';

async function plainChromium(lab: LabPorts): Promise<PlainBrowser> {
  const browser = await launch({
    executablePath: chromiumPath(),
    pipe: true,
    // its messages about each call would cost more than the calls
    networkEnabled: false,
    args: [...quietArguments, ...chromiumArguments(lab)],
  });
  const [page = await browser.newPage()] = await browser.pages();
  const evaluate = async <Value>(expression: string): Promise<Value> =>
    (await page.evaluate(expression)) as Value;
  return {
    finish: async (url) => {
      await page.goto(url);
      return JSON.parse(await evaluate<string>(finished)) as never;
    },
    evaluate,
    close: () => browser.close(),
  };
}

async function plainFirefox(lab: LabPorts): Promise<PlainBrowser> {
  const { marionette, close } = await launchPlainFirefox({ lab });
  const evaluate = async <Value>(expression: string): Promise<Value> =>
    (await marionette.execute('content', `return ${expression};`)) as Value;
  return {
    finish: async (url) => {
      await marionette.send('Marionette:SetContext', { value: 'content' });
      await marionette.send('WebDriver:Navigate', { url });
      return JSON.parse(await evaluate<string>(finished)) as never;
    },
    evaluate,
    close,
  };
}

/** For `describe.each`. */
export const plainBrowsers = [
  { engine: 'chromium', start: plainChromium },
  { engine: 'firefox', start: plainFirefox },
] as const;
