import type { Action } from 'webextension-polyfill';

type Icon = Pick<
  Action.Static,
  'setBadgeText' | 'setBadgeBackgroundColor' | 'setTitle' | 'enable' | 'disable'
>;

const title = 'Crosslink';
const alteredTitle = 'Crosslink is changing requests of this page. Click to stop.';

/** The extension's icon: asleep, but in a tab whose page is being altered. */
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
      await icon.enable(tabId);
    },
    hide: async (tabId) => {
      await icon.setBadgeText({ tabId, text: '' });
      await icon.setTitle({ tabId, title });
      await icon.disable(tabId);
    },
  };
}
