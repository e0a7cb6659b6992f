import * as v from 'valibot';
import type { Devtools } from 'webextension-polyfill';
import { readCurrentLoad, type CurrentLoad } from '../protocol/current-load';

/** What the recorder needs of the inspected tab. */
export interface InspectedNetwork {
  /**
   * Whether reading the log disturbs it. Firefox (ESR 153) drops what happens while `getHAR()` is being answered, for its
   * own Network panel, too: a request that begins then is missing for good, one that is answered then has no status.
   */
  readonly readingDisturbs: boolean;
  onRequestFinished(listener: (entry: unknown) => void): void;
  onNavigated(listener: (url: string) => void): void;
  /** The browser's own log, with what was never announced; its entries are untrusted. */
  readLog(): Promise<readonly unknown[]>;
  /** `null`: the tab cannot be asked. */
  currentLoad(): Promise<CurrentLoad | null>;
}

const har = v.object({ entries: v.array(v.unknown()) });

/** The tab that devtools inspects. */
export function inspectedNetwork(devtools: Devtools.Static, isFirefox: boolean): InspectedNetwork {
  return {
    readingDisturbs: isFirefox,
    onRequestFinished: (listener) => devtools.network.onRequestFinished.addListener(listener),
    onNavigated: (listener) => devtools.network.onNavigated.addListener(listener),
    readLog: async () => v.parse(har, await devtools.network.getHAR()).entries,
    currentLoad: () => readCurrentLoad(devtools.inspectedWindow),
  };
}
