import type { Devtools } from 'webextension-polyfill';
import { readCurrentLoad } from '../../protocol/current-load';
import { evaluateInPage } from '../../protocol/page-evaluation';
import type { Timer } from '../../protocol/timer';

/** Loads the page again; `script` runs in the new document before everything else. */
export type PageReload = (script?: string) => void;

type InspectedWindow = Devtools.Static['inspectedWindow'];

/** ms after which a page that was to be loaded again should be another one */
const patience = 1000;
const mostOrders = 4;

export function reloadInChromium(inspectedWindow: InspectedWindow): PageReload {
  return (script) =>
    void inspectedWindow.reload(script === undefined ? undefined : { injectedScript: script });
}

/**
 * Firefox (ESR 153) loses orders, and tells nobody. It forgets the script of one that interrupts a load: so the page is stopped
 * before. And it forgets the whole while its devtools turn to a document that has just begun: so the order is given again until
 * another document is there. One with a script is not carried out twice at a time: so each gets one.
 */
export function reloadInFirefox(inspectedWindow: InspectedWindow, timer: Timer): PageReload {
  const startOf = async (): Promise<number | undefined> =>
    (await readCurrentLoad(inspectedWindow))?.startedAt;

  return (script = 'void 0') => {
    const order = async (before: number | undefined, left: number): Promise<void> => {
      void inspectedWindow.reload({ injectedScript: script });
      // an error page cannot be asked
      if (left === 0 || before === undefined) return;
      await new Promise<void>((resolve) => void timer(resolve, patience));
      if ((await startOf()) === before) await order(before, left - 1);
    };
    const begin = async (): Promise<void> => {
      await evaluateInPage(inspectedWindow, 'window.stop()');
      await order(await startOf(), mostOrders - 1);
    };
    void begin();
  };
}
