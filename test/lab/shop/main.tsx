import { render } from 'preact';
import { Shop } from './Shop';
import { followHistory, loadPage } from './state';
import { tour } from './tour';
import { reportSeen } from './traffic';

declare global {
  interface Window {
    shop?: { readonly tour: () => Promise<void> };
  }
}

window.shop = { tour };
addEventListener('popstate', followHistory);
addEventListener('load', () => void reportSeen(), { once: true });
loadPage();
render(<Shop />, document.body);
