import type { Storage } from 'webextension-polyfill';
import type { SettingsStorage } from './store/settings/persisted';

/** Settings in the extension's local storage. */
export function browserSettings(storage: Storage.StorageArea): SettingsStorage {
  return {
    read: async (key) => (await storage.get(key))[key],
    write: (key, value) => storage.set({ [key]: value }),
  };
}
