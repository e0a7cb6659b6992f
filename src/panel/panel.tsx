import { render } from 'preact';
import browser from 'webextension-polyfill';
import { App } from './components/App';
import { OutsideDevtools } from './components/feedback/OutsideDevtools';
import { livePanelStore } from './live-panel';

/** Missing in a tab, whatever its type says. */
function isInDevtools(): boolean {
  return (browser.devtools as unknown) !== undefined;
}

const root = document.getElementById('root');
if (root !== null)
  render(isInDevtools() ? <App store={livePanelStore(browser)} /> : <OutsideDevtools />, root);
