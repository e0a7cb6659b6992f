import type { Action } from 'webextension-polyfill';

type Icon = Pick<Action.Static, 'setBadgeText' | 'setBadgeBackgroundColor' | 'setTitle'>;

const title = 'Crosslink: open the HAR viewer';
const alteredTitle = 'Crosslink is changing requests of this page. Click to stop.';

/** The extension's icon in a tab whose page is being altered: marked, and a way to stop it. */
export interface AlteredMark {
  show(tabId: number): Promise<void>;
  hide(tabId: number): Promise<void>;
}

export function alteredMark(icon: Icon): AlteredMark {
  return {
    show: async (tabId) => {
      await icon.setBadgeBackgroundColor({ tabId, color: '#b3261e' });
      await icon.setBadgeText({ tabId, text: '!' });
      await icon.setTitle({ tabId, title: alteredTitle });
    },
    hide: async (tabId) => {
      await icon.setBadgeText({ tabId, text: '' });
      await icon.setTitle({ tabId, title });
    },
  };
}
