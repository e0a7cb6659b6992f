import * as v from 'valibot';
import type { Devtools } from 'webextension-polyfill';
import { evaluateInPage } from '../protocol/page-evaluation';

/** The document that the tab shows. */
export interface CurrentLoad {
  readonly url: string;
  /** `performance.timeOrigin`, ms since the epoch: tells a new document from a change of the address by script. */
  readonly startedAt: number;
}

/** What the recorder needs of the inspected tab. */
export interface InspectedNetwork {
  /**
   * Whether every request is announced when it finishes. Firefox announces only what the filter of its Network panel lets
   * through, and no request that was refused: its log has to be asked, too.
   */
  readonly announcesAll: boolean;
  /**
   * ms between looks into the browser's log without an announcement. Chromium never announces a fetch whose body the page
   * does not read; Firefox nothing at all while its Network panel shows other kinds of requests.
   */
  readonly patrolEvery: number;
  /** Firefox's log misses requests of the first page that an empty tab loads (seen in Firefox ESR 153). */
  readonly missesFirstLoad: boolean;
  onRequestFinished(listener: (entry: unknown) => void): void;
  onNavigated(listener: (url: string) => void): void;
  /** The browser's own log; its entries are untrusted. */
  readLog(): Promise<readonly unknown[]>;
  /** `null`: the tab shows something that cannot be asked, such as an error page. */
  currentLoad(): Promise<CurrentLoad | null>;
}

const har = v.object({ entries: v.array(v.unknown()) });
const load = v.object({ url: v.string(), startedAt: v.number() });

/** The tab that devtools inspects. */
export function inspectedNetwork(devtools: Devtools.Static, isFirefox: boolean): InspectedNetwork {
  return {
    announcesAll: !isFirefox,
    patrolEvery: 1500,
    missesFirstLoad: isFirefox,
    onRequestFinished: (listener) => devtools.network.onRequestFinished.addListener(listener),
    onNavigated: (listener) => devtools.network.onNavigated.addListener(listener),
    readLog: async () => v.parse(har, await devtools.network.getHAR()).entries,
    currentLoad: async () => {
      const answer = await evaluateInPage(
        devtools.inspectedWindow,
        '({ url: location.href, startedAt: performance.timeOrigin })',
      );
      const result = v.safeParse(load, answer.ok ? answer.value : null);
      return result.success ? result.output : null;
    },
  };
}
