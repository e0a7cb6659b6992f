import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Browser, ElementHandle, Frame, KeyInput, Page } from 'puppeteer-core';
import type { LaunchOptions, PanelDriver, PanelWidth, ScreenshotOptions, Theme, Viewer } from '../driver';
import { callExpression, type RemoteFunction } from '../remote-function';
import { waitUntil } from '../wait-until';
import { dock, importIntoNetworkPanel, setFrontEndTheme } from './devtools-front-end';
import { launchBrowser } from './launch';
import { openPanel, type OpenPanel } from './open-panel';
import { hearsIcon } from './service-worker';
import { killServiceWorker } from './service-worker';

const panelTitle = 'Crosslink';
const windowHeight = 900;

export async function launchChromium(options: LaunchOptions): Promise<ChromiumDriver> {
  const browser = await launchBrowser(options);
  // a frame in a process of its own that loads while devtools start may wait for a debugger for good (Chromium 156)
  await browser.waitForTarget((each) => each.url().endsWith('/src/devtools/devtools.html'));
  const [page = await browser.newPage()] = await browser.pages();
  return new ChromiumDriver(browser, page);
}

/** An expression: resolves when what is laid out now has been painted. */
const nextPaint =
  'new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(() => painted(null))))';

export class ChromiumDriver implements PanelDriver {
  readonly engine = 'chromium';
  readonly closed: Promise<void>;
  #panel: OpenPanel | null = null;
  #isClosed = false;
  #extensionPage: Page | null = null;

  constructor(
    readonly browser: Browser,
    readonly page: Page,
  ) {
    this.closed = new Promise((resolve) => browser.once('disconnected', () => resolve()));
  }

  async openPage(url: string): Promise<void> {
    await this.page.goto(url, { waitUntil: 'load' });
  }

  async openPanel(): Promise<void> {
    // for a new tab, Chromium opens them by itself
    if (this.#isClosed) await this.page.openDevTools();
    this.#isClosed = false;
    this.#panel = await openPanel(this.browser, panelTitle);
  }

  async reloadPanel(): Promise<void> {
    await this.panelEval(() => {
      document.documentElement.dataset['leaving'] = 'yes';
      location.reload();
    });
    await this.panelWait(
      () => document.documentElement.dataset['leaving'] === undefined && document.readyState === 'complete',
    );
  }

  async closeDevtools(): Promise<void> {
    await this.frontEnd.close();
    this.#panel = null;
    this.#isClosed = true;
  }

  async closePage(): Promise<void> {
    await this.page.close();
    this.#panel = null;
  }

  async endBackground(): Promise<void> {
    await killServiceWorker(this.browser);
  }

  async extensionScript(expression: string): Promise<unknown> {
    // beside the panel there is no other page: it would come to the front, and a panel that is hidden shows nothing new
    if (this.#panel !== null) return this.panelScript(expression);
    this.#extensionPage ??= await this.#openExtensionPage();
    return this.#extensionPage.evaluate(expression);
  }

  async #openExtensionPage(): Promise<Page> {
    const [extension] = [...(await this.browser.extensions()).keys()];
    const page = await this.browser.newPage();
    await page.goto(`chrome-extension://${extension}/src/access/access.html`);
    return page;
  }

  /** The devtools' own page. */
  get frontEnd(): Page {
    return this.#open.frontEnd;
  }

  async panelEval<Args extends unknown[], Value>(
    fn: RemoteFunction<Args, Value>,
    ...args: Args
  ): Promise<Value> {
    return (await this.panelScript(callExpression(fn, args))) as Value;
  }

  async panelWait<Args extends unknown[], Value>(
    fn: RemoteFunction<Args, Value>,
    ...args: Args
  ): Promise<NonNullable<Value>> {
    const handle = await this.#frame.waitForFunction(callExpression(fn, args));
    return (await handle.jsonValue()) as NonNullable<Value>;
  }

  async panelScript(expression: string): Promise<unknown> {
    return this.#frame.evaluate(expression);
  }

  async pageEval<Args extends unknown[], Value>(
    fn: RemoteFunction<Args, Value>,
    ...args: Args
  ): Promise<Value> {
    return (await this.page.evaluate(callExpression(fn, args))) as Value;
  }

  async click(css: string): Promise<void> {
    await (await this.#find(css)).click();
  }

  async type(css: string, text: string): Promise<void> {
    await (await this.#find(css)).type(text);
  }

  async press(key: string): Promise<void> {
    const keys = key.split('+') as KeyInput[];
    const last = keys.pop() as KeyInput;
    const { keyboard } = this.frontEnd;
    for (const modifier of keys) await keyboard.down(modifier);
    await keyboard.press(last);
    for (const modifier of keys.toReversed()) await keyboard.up(modifier);
  }

  async chooseFiles(css: string, paths: readonly string[]): Promise<void> {
    await chooseFiles(this.#frame, css, paths);
  }

  async openViewer(): Promise<Viewer> {
    const [extension] = (await this.browser.extensions()).values();
    if (extension === undefined) throw new Error('no extension is installed');
    // before the first run of the service worker a click goes nowhere
    await waitUntil('the extension listens to its icon', () => hearsIcon(this.browser));
    await extension.triggerAction(this.page);
    const target = await this.browser.waitForTarget(
      (each) => each.type() === 'page' && each.url().endsWith('/panel.html'),
    );
    const page = await target.page();
    if (page === null) throw new Error('the viewer is no page');
    return {
      panelEval: async (fn, ...args) => (await page.evaluate(callExpression(fn, args))) as never,
      panelScript: (expression) => page.evaluate(expression),
      panelWait: async (fn, ...args) =>
        (await (await page.waitForFunction(callExpression(fn, args), { polling: 50 })).jsonValue()) as never,
      chooseFiles: (css, paths) => chooseFiles(page, css, paths),
    };
  }

  async saveDownloadsIn(folder: string): Promise<void> {
    const session = await this.browser.target().createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  }

  async networkPanelRows(har: string): Promise<readonly string[]> {
    return importIntoNetworkPanel(this.frontEnd, har);
  }

  async setTheme(theme: Theme): Promise<void> {
    await setFrontEndTheme(this.frontEnd, theme);
    await this.panelWait(
      (dark) => matchMedia('(prefers-color-scheme: dark)').matches === dark,
      theme === 'dark',
    );
  }

  async setWidth(width: PanelWidth): Promise<void> {
    await dock(this.frontEnd, 'undocked');
    await this.frontEnd.setViewport({ width, height: windowHeight });
    await this.panelWait((wanted) => innerWidth === wanted, width);
    // the panel is painted by a process of its own, whose frame then has to reach the front end's
    await this.#frame.evaluate(nextPaint);
    await this.frontEnd.evaluate(nextPaint);
  }

  async screenshot(path: string, { theme, width }: ScreenshotOptions = {}): Promise<void> {
    if (theme !== undefined) await this.setTheme(theme);
    if (width !== undefined) await this.setWidth(width);
    await mkdir(dirname(path), { recursive: true });
    // clipped out of the front end's picture: a screenshot of the frame's element can hang
    const element = await this.#frame.frameElement();
    const clip = await element?.boundingBox();
    if (!clip) throw new Error('the panel is not visible');
    await this.frontEnd.screenshot({
      path: path as `${string}.png`,
      clip,
      // true, the default beside a clip, resizes the page for the picture: the panel may come out blank
      captureBeyondViewport: false,
    });
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  get #open(): OpenPanel {
    if (this.#panel === null) throw new Error('open the panel first');
    return this.#panel;
  }

  get #frame(): Frame {
    return this.#open.frame;
  }

  async #find(css: string): Promise<ElementHandle> {
    const element = await this.#frame.waitForSelector(css, { visible: true });
    if (element === null) throw new Error(`nothing matches ${css}`);
    return element;
  }
}

async function chooseFiles(where: Frame | Page, css: string, paths: readonly string[]): Promise<void> {
  const field = (await where.waitForSelector(css)) as ElementHandle<HTMLInputElement> | null;
  if (field === null) throw new Error(`nothing matches ${css}`);
  await field.uploadFile(...paths);
}
