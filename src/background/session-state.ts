import * as v from 'valibot';
import type { Storage } from 'webextension-polyfill';
import type { Trial } from '../protocol/trial';
import { trialSchema } from '../protocol/trial-schema';

/** What a panel has the background do for its tab. */
export interface TabState {
  /** Patterns where the panel wants the page hook. */
  readonly watched: readonly string[];
  readonly trial: Trial | null;
}

/**
 * What must survive the background's death: in `storage.session`, that is in memory, gone with the browser, and out of
 * reach for content scripts.
 */
export interface SessionState {
  /** `null`: no panel of this tab. */
  get(tabId: number): Promise<TabState | null>;
  set(tabId: number, state: TabState): Promise<void>;
  remove(tabId: number): Promise<void>;
  all(): Promise<ReadonlyMap<number, TabState>>;
}

const tabState = v.strictObject({ watched: v.array(v.string()), trial: v.nullable(trialSchema) });
const prefix = 'tab:';

export function sessionState(area: Storage.StorageArea): SessionState {
  return {
    get: async (tabId) => {
      const key = `${prefix}${tabId}`;
      return read((await area.get(key))[key]);
    },
    set: (tabId, state) => area.set({ [`${prefix}${tabId}`]: state }),
    remove: (tabId) => area.remove(`${prefix}${tabId}`),
    all: async () => {
      const states = new Map<number, TabState>();
      for (const [key, value] of Object.entries(await area.get(null))) {
        const state = key.startsWith(prefix) ? read(value) : null;
        if (state !== null) states.set(Number(key.slice(prefix.length)), state);
      }
      return states;
    },
  };
}

/** `null`: absent, or written by another version. */
function read(value: unknown): TabState | null {
  const result = v.safeParse(tabState, value);
  return result.success ? result.output : null;
}
