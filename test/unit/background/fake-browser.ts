import type { DeclarativeNetRequest, Scripting, Storage } from 'webextension-polyfill';

/** `storage.session` as a map. */
export function fakeStorageArea(): Storage.StorageArea {
  const entries = new Map<string, unknown>();
  const area = {
    get: (key: string | null) =>
      Promise.resolve(
        Object.fromEntries(key === null ? entries : entries.has(key) ? [[key, entries.get(key)]] : []),
      ),
    set: (values: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(values)) entries.set(key, structuredClone(value));
      return Promise.resolve();
    },
    remove: (key: string) => Promise.resolve(void entries.delete(key)),
  };
  return area as unknown as Storage.StorageArea;
}

/** Session rules as the browser keeps them: a number that is taken is refused. */
export function fakeRules(): Pick<DeclarativeNetRequest.Static, 'getSessionRules' | 'updateSessionRules'> & {
  readonly present: DeclarativeNetRequest.Rule[];
} {
  const present: DeclarativeNetRequest.Rule[] = [];
  return {
    present,
    getSessionRules: () => Promise.resolve([...present]),
    updateSessionRules: async ({ addRules = [], removeRuleIds = [] }) => {
      // the browser answers later
      await Promise.resolve();
      for (const id of removeRuleIds) {
        const index = present.findIndex((rule) => rule.id === id);
        if (index !== -1) present.splice(index, 1);
      }
      for (const rule of addRules) {
        if (present.some(({ id }) => id === rule.id)) throw new Error(`rule ${rule.id} exists`);
        present.push(rule);
      }
    },
  };
}

export type FakeScripting = Scripting.Static & {
  readonly present: Scripting.RegisteredContentScript[];
  /** Called when scripts have gone: a page that begins now is without them. */
  onUnregistered: () => void;
};

/** Registered content scripts as the browser keeps them. */
export function fakeScripting(): FakeScripting {
  const present: Scripting.RegisteredContentScript[] = [];
  const scripting = {
    present,
    onUnregistered: () => {},
    getRegisteredContentScripts: ({ ids }: { ids: string[] }) =>
      Promise.resolve(present.filter(({ id }) => ids.includes(id))),
    registerContentScripts: (scripts: Scripting.RegisteredContentScript[]) => {
      for (const script of scripts) {
        if (present.some(({ id }) => id === script.id)) throw new Error(`${script.id} exists`);
        present.push(script);
      }
      return Promise.resolve();
    },
    updateContentScripts: (changes: Scripting.RegisteredContentScript[]) => {
      for (const change of changes) {
        const index = present.findIndex(({ id }) => id === change.id);
        const script = present[index];
        if (script === undefined) throw new Error(`${change.id} is not there`);
        present[index] = { ...script, ...change };
      }
      return Promise.resolve();
    },
    unregisterContentScripts: ({ ids }: { ids: string[] }) => {
      for (const id of ids)
        present.splice(
          present.findIndex((script) => script.id === id),
          1,
        );
      scripting.onUnregistered();
      return Promise.resolve();
    },
  };
  return scripting as unknown as FakeScripting;
}

/** `permissions.contains` over a list of granted patterns, which tests change. */
export function fakePermissions(granted: Set<string>) {
  return {
    contains: ({ origins = [] }: { origins?: string[] }) =>
      Promise.resolve(origins.every((pattern) => granted.has(pattern))),
  };
}
