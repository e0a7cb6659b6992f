import { recorderPortName, recorderVersion } from '../../src/protocol/recorder';
import type { ChromiumDriver } from '../browser/chromium/chromium-driver';

/** What the recorder has told a panel, entry by entry. */
export interface Recorded {
  /** Calls that it ever told of. */
  readonly calls: number;
  readonly callsLeft: number;
  readonly preflightsLeft: number;
  /** Entries that it said to forget, whatever they were. */
  readonly dropped: number;
}

/** Listens beside the panel, from now on, to what the recorder tells panels. */
export async function watchRecorder(driver: ChromiumDriver): Promise<() => Promise<Recorded>> {
  const tabId = (await driver.panelScript('chrome.devtools.inspectedWindow.tabId')) as number;
  await driver.panelScript(`(() => {
    const left = new Map();
    let [calls, dropped] = [0, 0];
    const forget = (before) => {
      for (const [id, kind] of left) {
        if (id >= before) continue;
        left.delete(id);
        if (kind !== 'navigation') dropped += 1;
      }
    };
    const port = chrome.runtime.connect({ name: ${JSON.stringify(recorderPortName(tabId))} });
    port.onMessage.addListener((message) => {
      if (message.type === 'reset') left.clear();
      if (message.type === 'drop') forget(message.before);
      if (message.type !== 'items') return;
      for (const item of message.items) {
        if (left.has(item.id)) continue;
        const kind = item.kind === 'entry' ? item.entry._resourceType : item.kind;
        left.set(item.id, kind);
        if (kind === 'fetch' || kind === 'xhr') calls += 1;
      }
    });
    port.postMessage({ type: 'hello', version: ${recorderVersion} });
    const count = (...kinds) => [...left.values()].filter((kind) => kinds.includes(kind)).length;
    window.recorded = () => ({
      calls, dropped, callsLeft: count('fetch', 'xhr'), preflightsLeft: count('preflight'),
    });
    return true;
  })()`);
  return async () => (await driver.panelScript('window.recorded()')) as Recorded;
}
