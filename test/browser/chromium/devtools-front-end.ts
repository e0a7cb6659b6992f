import type { Browser, Page } from 'puppeteer-core';
import type { Theme } from '../driver';

/*
 * Chromium's devtools are a web page of their own. What is called here are its internals, which may change with any
 * version: no other file knows them.
 */

export type DockSide = 'right' | 'bottom' | 'undocked';

interface LegacyUi {
  InspectorView: {
    InspectorView: {
      instance(): { tabbedPane: { tabs: { id: string }[] }; showPanel(id: string): Promise<void> };
    };
  };
  DockController: { DockController: { instance(): { setDockSide(side: DockSide): void } } };
}

interface CommonCore {
  Settings: { Settings: { instance(): { moduleSetting(name: string): { set(value: string): void } } } };
}

/** The front end of the first tab, once the extension's devtools page runs in it. */
export async function findFrontEnd(browser: Browser): Promise<Page> {
  // our devtools page exists only when the front end has booted: importing its modules earlier breaks it
  await browser.waitForTarget((target) => /^chrome-extension:.*\/devtools\.html$/.test(target.url()));
  const target = await browser.waitForTarget((each) =>
    each.url().startsWith('devtools://devtools/bundled/devtools_app'),
  );
  return target.asPage();
}

/** Brings the panel of that title to the front, as soon as the extension has created it. */
export async function showPanel(frontEnd: Page, title: string): Promise<void> {
  await withModule(
    frontEnd,
    './ui/legacy/legacy.js',
    async ({ InspectorView }: LegacyUi, wanted: string) => {
      const view = InspectorView.InspectorView.instance();
      for (;;) {
        const tab = view.tabbedPane.tabs.find(
          ({ id }) => id.startsWith('chrome-extension://') && id.endsWith(wanted),
        );
        if (tab !== undefined) return view.showPanel(tab.id);
        await new Promise(requestAnimationFrame);
      }
    },
    title,
  );
}

export async function dock(frontEnd: Page, side: DockSide): Promise<void> {
  await withModule(
    frontEnd,
    './ui/legacy/legacy.js',
    ({ DockController }: LegacyUi, wanted: DockSide) =>
      DockController.DockController.instance().setDockSide(wanted),
    side,
  );
}

export async function setFrontEndTheme(frontEnd: Page, theme: Theme): Promise<void> {
  await withModule(
    frontEnd,
    './core/common/common.js',
    ({ Settings }: CommonCore, value: string) =>
      Settings.Settings.instance().moduleSetting('ui-theme').set(value),
    theme === 'dark' ? 'dark' : 'default',
  );
}

interface NetworkModule {
  NetworkPanel: {
    NetworkPanel: { instance(): { networkLogView: { onLoadFromFile(file: File): Promise<void> } } };
  };
}

/** Imports a HAR as the Network panel's own button does; what its rows then show. */
export async function importIntoNetworkPanel(frontEnd: Page, har: string): Promise<readonly string[]> {
  await withModule(frontEnd, './ui/legacy/legacy.js', ({ InspectorView }: LegacyUi) =>
    InspectorView.InspectorView.instance().showPanel('network'),
  );
  await withModule(
    frontEnd,
    './panels/network/network.js',
    ({ NetworkPanel }: NetworkModule, text: string) => {
      const { networkLogView } = NetworkPanel.NetworkPanel.instance();
      return networkLogView.onLoadFromFile(new File([text], 'import.har'));
    },
    har,
  );
  const rows = await frontEnd.waitForFunction(shownRows);
  return (await rows.jsonValue()) as string[];
}

/** In the front end, most of whose elements have shadow roots: the rows of the Network panel's grid once there are some. */
function shownRows(): string[] | null {
  const rows: string[] = [];
  const roots: ParentNode[] = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot !== null) roots.push(element.shadowRoot);
      if (element.matches('tr.data-grid-data-grid-node')) rows.push(element.textContent ?? '');
    }
  }
  return rows.length === 0 ? null : rows;
}

/** The import stands in a string because vitest rewrites every `import()` that it sees. */
async function withModule<Module, Args extends unknown[]>(
  frontEnd: Page,
  path: string,
  fn: (module: Module, ...args: Args) => unknown,
  ...args: Args
): Promise<void> {
  await frontEnd.evaluate(
    `import(${JSON.stringify(path)}).then((module) => (${fn})(module, ...${JSON.stringify(args)}))`,
  );
}
