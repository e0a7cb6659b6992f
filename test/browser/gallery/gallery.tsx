import { render } from 'preact';
import { Workspace } from '../../../src/panel/components/session/Workspace';
import { fakeSessions } from './fake-sessions';
import { fakeStore, type FakeStoreOptions } from './fake-store';
import { galleryStates, isGalleryState } from './states';

/** `?state=…&theme=dark&engine=firefox`: the panel over a store that only this page has. */
const query = new URLSearchParams(location.search);
const state = query.get('state') ?? 'calls';
if (!isGalleryState(state)) throw new Error(`no such state: ${state}`);

const options: Partial<FakeStoreOptions> = {
  ...galleryStates[state],
  theme: query.get('theme') === 'dark' ? 'dark' : 'light',
  engine: query.get('engine') === 'firefox' ? 'firefox' : 'chromium',
};

const store = fakeStore(options);
const root = document.getElementById('root');
if (root !== null) {
  render(
    <Workspace sessions={fakeSessions(store)} theme={store.settings.theme} engine={store.page.engine} />,
    root,
  );
}
Object.assign(window, { store });
