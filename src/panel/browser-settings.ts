import type { Storage } from 'webextension-polyfill';
import type { SettingsStorage } from './store/settings/persisted';

/** Settings in the extension's local storage; a private window leaves nothing there. */
export function browserSettings(storage: Storage.StorageArea, isPrivate: boolean): SettingsStorage {
  return {
    read: async (key) => (await storage.get(key))[key],
    write: async (key, value) => {
      if (!isPrivate) await storage.set({ [key]: value });
    },
    onChange: (key, listener) => {
      storage.onChanged.addListener((changes) => {
        const change = changes[key];
        if (change !== undefined) listener(change.newValue);
      });
    },
  };
}
