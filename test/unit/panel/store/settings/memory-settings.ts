import type { SettingsStorage } from '../../../../../src/panel/store/settings/persisted';

export interface MemorySettings extends SettingsStorage {
  readonly stored: Record<string, unknown>;
  writes: number;
}

export function createMemorySettings(stored: Record<string, unknown> = {}): MemorySettings {
  const listeners: { readonly key: string; readonly tell: (value: unknown) => void }[] = [];
  const settings: MemorySettings = {
    stored,
    writes: 0,
    read: async (key) => stored[key],
    write: async (key, value) => {
      settings.writes += 1;
      stored[key] = value;
      for (const listener of listeners) if (listener.key === key) listener.tell(value);
    },
    onChange: (key, tell) => void listeners.push({ key, tell }),
  };
  return settings;
}
