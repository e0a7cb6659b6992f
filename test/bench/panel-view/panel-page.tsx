import { signal } from '@preact/signals';
import { render } from 'preact';
import { Workspace } from '../../../src/panel/components/session/Workspace';
import { createPanelStore } from '../../../src/panel/store/panel-store';
import { browserScheduler } from '../../../src/panel/store/scheduler';
import { browserWorkers } from '../../../src/panel/workers/browser-workers';
import { fakeSessions } from '../../browser/gallery/fake-sessions';
import { createFakeBackground } from '../../unit/panel/store/fake-background';
import { createFakePage, reading } from '../../unit/panel/store/fake-page';
import { createMemorySettings } from '../../unit/panel/store/settings/memory-settings';
import { recordedItem } from '../generate/recorded-items';
import { measurePanel } from './measure-panel';

// The real panel with its real store, frames and workers; only the browser around it is made up.
let receive: (message: unknown) => void = () => {};
const store = createPanelStore({
  line: {
    post: () => {},
    onMessage: (listener) => {
      receive = listener;
      return () => {};
    },
    onState: () => () => {},
    close: () => {},
  },
  page: createFakePage(reading('partner')),
  storage: createMemorySettings(),
  theme: signal<'light' | 'dark'>('light'),
  scheduler: browserScheduler(),
  engine: 'chromium',
  workers: browserWorkers,
  site: {
    background: createFakeBackground().client,
    requestAccess: null,
    newId: () => 'id',
    clock: () => Date.now(),
  },
});
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
render(
  <Workspace sessions={fakeSessions(store)} theme={store.settings.theme} engine={store.page.engine} />,
  root,
);

let newest = 0;
Object.assign(window, {
  measurePanel: (count: number) =>
    measurePanel(count, {
      add: (more) => {
        const items = Array.from({ length: more }, () => recordedItem(++newest));
        receive({ type: 'items', items, remaining: 0 });
      },
      received: () => store.table.total.peek(),
      showFlat: () => (store.table.grouped.value = false),
    }),
});
