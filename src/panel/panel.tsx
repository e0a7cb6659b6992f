import { signal } from '@preact/signals';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { isFirefox } from '../protocol/engine';
import { browserSettings } from './browser-settings';
import { Workspace } from './components/session/Workspace';
import { livePanelStore } from './live-panel';
import { browserScheduler } from './store/scheduler';
import { createSessionsStore } from './store/session/sessions';
import { createSettingsStore } from './store/settings/settings';
import { themeSignal } from './store/settings/theme';
import { trustOwnScripts } from './trusted-scripts';
import { browserWorkers } from './workers/browser-workers';

trustOwnScripts(browser.runtime.getURL('/'));

/** Missing in a tab, whatever its type says: there the panel is a viewer of HAR files. */
const isInDevtools = (browser.devtools as unknown) !== undefined;

const live = isInDevtools ? livePanelStore(browser) : null;
const settings =
  live?.settings ??
  createSettingsStore(
    browserSettings(browser.storage.local, browser.extension.inIncognitoContext === true),
    themeSignal(null, matchMedia('(prefers-color-scheme: dark)')),
  );
const sessions = createSessionsStore({
  live,
  settings,
  workers: browserWorkers,
  scheduler: browserScheduler(),
  newId: () => crypto.randomUUID(),
  clock: () => Date.now(),
});
const engine = signal(isFirefox(browser.runtime.getURL('')) ? ('firefox' as const) : ('chromium' as const));

const root = document.getElementById('root');
if (root !== null) render(<Workspace sessions={sessions} theme={settings.theme} engine={engine} />, root);
