import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { LaunchOptions, PanelDriver, PanelWidth, ScreenshotOptions, Theme, Viewer } from '../driver';
import { callExpression, type RemoteFunction } from '../remote-function';
import { waitUntil } from '../wait-until';
import { launchBrowser, type RunningFirefox } from './launch';
import { webdriverKeys } from './webdriver-keys';

const toolboxScript = readFileSync(new URL('./toolbox.js', import.meta.url), 'utf8');

export async function launchFirefox(options: LaunchOptions): Promise<FirefoxDriver> {
  return new FirefoxDriver(await launchBrowser(options));
}

export class FirefoxDriver implements PanelDriver {
  readonly engine = 'firefox';
  readonly closed: Promise<void>;

  constructor(readonly firefox: RunningFirefox) {
    this.closed = firefox.marionette.closed;
  }

  async openPage(url: string): Promise<void> {
    await this.firefox.marionette.send('Marionette:SetContext', { value: 'content' });
    await this.firefox.marionette.send('WebDriver:Navigate', { url });
  }

  /** Opens devtools on another tool; the extension runs in them, its panel is not built yet. */
  async openDevtools(): Promise<void> {
    await this.#toolbox('openDevtools');
  }

  async openPanel(): Promise<void> {
    await this.#toolbox('openPanel');
  }

  async reloadPanel(): Promise<void> {
    await this.#toolbox('reloadPanel');
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
    return waitUntil(callExpression(fn, args), () => this.panelEval(fn, ...args));
  }

  async panelScript(expression: string): Promise<unknown> {
    return readReport(await this.#toolbox('evaluate', reportingScript(expression)));
  }

  async pageEval<Args extends unknown[], Value>(
    fn: RemoteFunction<Args, Value>,
    ...args: Args
  ): Promise<Value> {
    const body = `return ${callExpression(fn, args)};`;
    return (await this.firefox.marionette.execute('content', body)) as Value;
  }

  /** Moves devtools, for which Firefox builds the panel's document anew. */
  async dock(side: 'bottom' | 'right' | 'window'): Promise<void> {
    await this.#toolbox('dock', side);
  }

  /** Presses a filter button of Firefox's own Network panel. */
  async toggleNetworkFilter(type: 'css' | 'xhr'): Promise<void> {
    await this.#toolbox('toggleNetworkFilter', type);
  }

  async closeDevtools(): Promise<void> {
    await this.privileged('panelDriver.closeDevtools()');
  }

  /** Opens a page in a new tab of the first container, and inspects that from now on. */
  async openContainerTab(url: string): Promise<void> {
    await this.privileged('panelDriver.openContainerTab(...args)', url);
    await this.#switchToNewest();
    await this.openPage(url);
  }

  /** Inspects the tab of a private window from now on. */
  async openPrivateWindow(): Promise<void> {
    await this.privileged('panelDriver.openPrivateWindow()');
    await this.#switchToNewest();
  }

  async #switchToNewest(): Promise<void> {
    const { marionette } = this.firefox;
    await marionette.send('Marionette:SetContext', { value: 'content' });
    const handles = (await marionette.send('WebDriver:GetWindowHandles')) as string[];
    await marionette.send('WebDriver:SwitchToWindow', { handle: handles.at(-1) });
  }

  async closePage(): Promise<void> {
    await this.privileged('panelDriver.closePage()');
  }

  async endBackground(): Promise<void> {
    await this.#toolbox('endBackground');
  }

  /** Whether the event page runs, which the browser ends when it is idle. */
  async backgroundRuns(): Promise<boolean> {
    return (await this.#toolbox('backgroundState')) === 'running';
  }

  async extensionScript(expression: string): Promise<unknown> {
    return readReport(await this.#toolbox('evaluateInTab', reportingScript(expression)));
  }

  async click(css: string): Promise<void> {
    await this.#toolbox('click', css);
  }

  async type(css: string, text: string): Promise<void> {
    await this.#toolbox('type', css, text);
  }

  async press(key: string): Promise<void> {
    await this.#toolbox('press', webdriverKeys(key));
  }

  async chooseFiles(css: string, paths: readonly string[]): Promise<void> {
    await this.#toolbox('type', css, paths.join('\n'));
  }

  async openViewer(): Promise<Viewer> {
    await this.#toolbox('openViewer');
    const evaluate = async (expression: string): Promise<unknown> =>
      readReport(await this.#toolbox('evaluateInViewer', reportingScript(expression)));
    const viewer: Viewer = {
      panelEval: async (fn, ...args) => (await evaluate(callExpression(fn, args))) as never,
      panelScript: evaluate,
      panelWait: async (fn, ...args) =>
        (await waitUntil(callExpression(fn, args), () => viewer.panelEval(fn, ...args))) as never,
      chooseFiles: async (css, paths) => void (await this.#toolbox('typeInViewer', css, paths.join('\n'))),
    };
    return viewer;
  }

  async saveDownloadsIn(folder: string): Promise<void> {
    await this.privileged('panelDriver.saveDownloadsIn(...args)', folder);
  }

  async networkPanelRows(har: string): Promise<readonly string[]> {
    return (await this.#toolbox('networkPanelRows', har)) as string[];
  }

  async setTheme(theme: Theme): Promise<void> {
    await this.privileged('panelDriver.setTheme(...args)', theme);
    await this.panelWait(
      (dark) => matchMedia('(prefers-color-scheme: dark)').matches === dark,
      theme === 'dark',
    );
  }

  async setWidth(width: PanelWidth): Promise<void> {
    await this.#toolbox('setWidth', width);
    await this.panelWait((wanted) => innerWidth === wanted, width);
  }

  async screenshot(path: string, { theme, width }: ScreenshotOptions = {}): Promise<void> {
    if (theme !== undefined) await this.setTheme(theme);
    if (width !== undefined) await this.setWidth(width);
    await mkdir(dirname(path), { recursive: true });
    const base64 = await this.#toolbox('screenshot');
    await writeFile(path, Buffer.from(base64 as string, 'base64'));
  }

  /** Evaluates an expression over `args` and `panelDriver` (`toolbox.js`), with the browser's privileges. */
  async privileged(expression: string, ...args: unknown[]): Promise<unknown> {
    return this.firefox.marionette.execute('chrome', `${toolboxScript}\nreturn ${expression};`, args);
  }

  async close(): Promise<void> {
    await this.firefox.close();
  }

  async #toolbox(name: string, ...args: unknown[]): Promise<unknown> {
    return this.privileged(`panelDriver.${name}(...args)`, this.firefox.extensionId, ...args);
  }
}

/** Values cross the panel's process border as JSON: objects of its realm would not survive. */
function reportingScript(expression: string): string {
  return `const done = arguments[arguments.length - 1];
    (async () => ${expression})().then(
      (value) => done(JSON.stringify({ value: value ?? null })),
      (error) => done(JSON.stringify({ error: String(error) })));`;
}

function readReport(text: unknown): unknown {
  const result = JSON.parse(text as string) as { value: unknown } | { error: string };
  if ('error' in result) throw new Error(result.error);
  return result.value;
}
