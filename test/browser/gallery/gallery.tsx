import { render } from 'preact';
import { App } from '../../../src/panel/components/App';
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
if (root !== null) render(<App store={store} />, root);
Object.assign(window, { store });
