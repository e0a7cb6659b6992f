import type { Lab } from '../lab/lab';
import type { RemoteFunction } from './remote-function';

/** Where the lab listens on the loopback interface; the browser maps every `*.test` host to it. */
export type LabPorts = Pick<Lab, 'httpPort' | 'httpsPort'>;

export interface LaunchOptions {
  /** Absolute path of the unpacked extension. */
  readonly dist: string;
  readonly lab: LabPorts;
  /** Default true. */
  readonly headless?: boolean;
  /** Chromium writes what it does on the network into this file, which is whole when the browser is gone. */
  readonly netLog?: string;
}

export type Theme = 'light' | 'dark';

/** Docked right in a window of usual size, or over the whole width (CSS pixels). */
export type PanelWidth = 600 | 1400;

export interface ScreenshotOptions {
  readonly theme?: Theme;
  readonly width?: PanelWidth;
}

/** The panel as a page of its own in a tab, where it is a viewer of files. */
export type Viewer = Pick<PanelDriver, 'panelEval' | 'panelWait' | 'panelScript' | 'chooseFiles'>;

/**
 * A browser with the real extension in its real devtools. Both browsers are driven through this interface, so that one
 * scenario test runs in both. Every method resolves when the browser has done it, and rejects with the cause if it can't.
 */
export interface PanelDriver {
  readonly engine: 'chromium' | 'firefox';
  /** Resolves when the browser is gone, whoever ended it. */
  readonly closed: Promise<void>;
  /** Navigates the inspected tab; resolves at its load event. */
  openPage(url: string): Promise<void>;
  /** Opens devtools where they are closed, and shows Crosslink's panel. */
  openPanel(): Promise<void>;
  /** Loads the panel's document anew; resolves when it has loaded. */
  reloadPanel(): Promise<void>;
  /** Closes devtools, and the panel with them; the page stays. */
  closeDevtools(): Promise<void>;
  /** Closes the inspected tab. */
  closePage(): Promise<void>;
  /** Ends the extension's background, as the browser does with one that is idle. */
  endBackground(): Promise<void>;
  /** The value of an expression, or of its promise, in a page of the extension that has all of its APIs, in a tab behind the others. */
  extensionScript(expression: string): Promise<unknown>;
  /** Runs the function in the panel's document. It is serialised: it sees its arguments and globals only. */
  panelEval<Args extends unknown[], Value>(fn: RemoteFunction<Args, Value>, ...args: Args): Promise<Value>;
  /** The value of an expression, or of its promise, in the panel's document; the panel's CSP does not apply to it. */
  panelScript(expression: string): Promise<unknown>;
  /** Runs the function in the inspected page. */
  pageEval<Args extends unknown[], Value>(fn: RemoteFunction<Args, Value>, ...args: Args): Promise<Value>;
  /** Resolves with the function's first truthy value in the panel. */
  panelWait<Args extends unknown[], Value>(
    fn: RemoteFunction<Args, Value>,
    ...args: Args
  ): Promise<NonNullable<Value>>;
  /** A trusted click into the middle of the first match, once there is one. */
  click(css: string): Promise<void>;
  /** Types into the first match, after what it holds. */
  type(css: string, text: string): Promise<void>;
  /** A key, with modifiers before it: `ArrowDown`, `Control+f`, `Shift+Tab`. Goes to what has the focus in the panel. */
  press(key: string): Promise<void>;
  /** Gives files to the first match, a field for files, as if the user had chosen them. */
  chooseFiles(css: string, paths: readonly string[]): Promise<void>;
  /** Clicks the extension's icon in the browser's toolbar; resolves with the viewer that opens in a new tab. */
  openViewer(): Promise<Viewer>;
  /** From now on, downloads go to this folder without a question. */
  saveDownloadsIn(folder: string): Promise<void>;
  /** Imports a HAR into the browser's own Network panel; resolves with `METHOD URL status` of the rows that it shows. */
  networkPanelRows(har: string): Promise<readonly string[]>;
  setTheme(theme: Theme): Promise<void>;
  setWidth(width: PanelWidth): Promise<void>;
  /** Writes a PNG of the panel alone. */
  screenshot(path: string, options?: ScreenshotOptions): Promise<void>;
  close(): Promise<void>;
}
