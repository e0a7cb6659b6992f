import type { Runtime } from 'webextension-polyfill';
import { panelPortName, tabOfPanelPort } from '../protocol/panel-port';

type Ports = Pick<Runtime.Static, 'id' | 'connect' | 'onConnect'>;

/** Sees panels go, as long as the background is awake. */
export interface PanelDepartures {
  /** The panel of this tab is there: see it go. */
  follow(tabId: number): void;
}

export interface DepartureOptions {
  readonly runtime: Ports;
  readonly isThere: (tabId: number) => Promise<boolean>;
  /** The panel of this tab has gone, and no other has taken its place. */
  readonly onGone: (tabId: number) => Promise<void>;
}

/** Chromium: every panel opens a port. */
export function awaitPanelPorts({ runtime, isThere, onGone }: DepartureOptions): PanelDepartures {
  runtime.onConnect.addListener((port) => {
    const tabId = port.sender?.id === runtime.id ? tabOfPanelPort(port.name) : null;
    if (tabId === null) return;
    port.onDisconnect.addListener(() => {
      void isThere(tabId).then((still) => (still ? undefined : onGone(tabId)));
    });
  });
  return { follow: () => {} };
}

/** Firefox: the background opens the ports, and opens one again that went with another of its ends. */
export function openPanelPorts({ runtime, isThere, onGone }: DepartureOptions): PanelDepartures {
  const followed = new Set<number>();

  const follow = (tabId: number): void => {
    if (followed.has(tabId)) return;
    followed.add(tabId);
    runtime.connect({ name: panelPortName(tabId) }).onDisconnect.addListener(() => {
      followed.delete(tabId);
      // a new panel is there when the toolbox has moved
      void isThere(tabId).then((still) => (still ? follow(tabId) : onGone(tabId)));
    });
  };
  return { follow };
}
