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
