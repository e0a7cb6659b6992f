import type { Browser, Permissions } from 'webextension-polyfill';
import { createBackgroundClient } from '../protocol/background-client';
import { isFirefox } from '../protocol/engine';
import { portChannel } from '../protocol/port-channel';
import { recorderPortName, recorderVersion, type RecorderCommand } from '../protocol/recorder';
import { createReconnectingLine } from '../protocol/reconnect';
import { browserTimer } from '../protocol/timer';
import { browserSettings } from './browser-settings';
import { inspectedPage } from './page-facts/inspected-page';
import { reloadInChromium, reloadInFirefox } from './page-facts/page-reload';
import { browserWorkers } from './workers/browser-workers';
import type { RequestAccess } from './store/access/access';
import { createPanelStore } from './store/panel-store';
import { browserScheduler } from './store/scheduler';
import { themeSignal } from './store/settings/theme';
import type { PanelStore } from './store/types';

/** The panel's store over the real browser. */
export function livePanelStore({ devtools, extension, runtime, storage, permissions }: Browser): PanelStore {
  const { inspectedWindow } = devtools;
  const { tabId } = inspectedWindow;
  const engine = isFirefox(runtime.getURL('')) ? 'firefox' : 'chromium';
  const portName = recorderPortName(tabId);
  const line = createReconnectingLine<RecorderCommand>({
    connect: () => portChannel(runtime.connect({ name: portName })),
    timer: browserTimer,
    greeting: { type: 'hello', version: recorderVersion },
  });
  return createPanelStore({
    line,
    page: inspectedPage(
      inspectedWindow,
      engine === 'firefox'
        ? reloadInFirefox(inspectedWindow, browserTimer)
        : reloadInChromium(inspectedWindow),
    ),
    storage: browserSettings(storage.local, extension.inIncognitoContext === true),
    theme: themeSignal(devtools.panels, matchMedia('(prefers-color-scheme: dark)')),
    scheduler: browserScheduler(),
    engine,
    workers: browserWorkers,
    site: {
      background: createBackgroundClient(runtime, tabId, engine === 'firefox' ? 'background' : 'panel'),
      requestAccess: accessRequest(permissions),
      newId: () => crypto.randomUUID(),
      clock: () => Date.now(),
    },
  });
}

/** Firefox's panels have no such API, whatever its type says. */
function accessRequest(permissions: Permissions.Static | undefined): RequestAccess {
  if (permissions === undefined) return null;
  return (patterns) => permissions.request({ origins: [...patterns] });
}
