import type { SettingsStorage } from '../../../../../src/panel/store/settings/persisted';

export interface MemorySettings extends SettingsStorage {
  readonly stored: Record<string, unknown>;
  writes: number;
}

export function createMemorySettings(stored: Record<string, unknown> = {}): MemorySettings {
  const settings: MemorySettings = {
    stored,
    writes: 0,
    read: async (key) => stored[key],
    write: async (key, value) => {
      settings.writes += 1;
      stored[key] = value;
    },
  };
  return settings;
}
