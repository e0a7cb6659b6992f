import type { Runtime } from 'webextension-polyfill';
import type { BackgroundEvent } from '../protocol/background-rpc';
import { backgroundVersion, type EventMessage } from '../protocol/background-schema';

/** The panels, each reached by its tab. */
export interface Panels {
  /** False: no panel of this tab is there. */
  tell(tabId: number, event: BackgroundEvent): Promise<boolean>;
  tellAll(event: BackgroundEvent): Promise<void>;
  /** The panel, or (Firefox) devtools that will have one again. */
  isThere(tabId: number): Promise<boolean>;
  /** The same, and lets the panel know that the background has just started. */
  greet(tabId: number): Promise<boolean>;
}

export function reachPanels(runtime: Pick<Runtime.Static, 'sendMessage'>): Panels {
  const send = async (
    tabId: number | null,
    event: BackgroundEvent | null,
    restarted = false,
  ): Promise<boolean> => {
    const message: EventMessage = {
      crosslink: 'event',
      version: backgroundVersion,
      tabId,
      event,
      restarted,
    };
    try {
      return (await runtime.sendMessage(message)) === true;
    } catch {
      // the browser rejects where no page of the extension listens
      return false;
    }
  };
  return {
    tell: (tabId, event) => send(tabId, event),
    tellAll: async (event) => void (await send(null, event)),
    isThere: (tabId) => send(tabId, null),
    greet: (tabId) => send(tabId, null, true),
  };
}
