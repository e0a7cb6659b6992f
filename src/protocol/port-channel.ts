import type { Runtime } from 'webextension-polyfill';
import type { Channel, Unsubscribe } from './channel';

/** A channel over an extension port. */
export function portChannel<Outgoing>(port: Runtime.Port): Channel<Outgoing> {
  let open = true;
  port.onDisconnect.addListener(() => {
    open = false;
  });

  return {
    post: (message) => {
      if (open) port.postMessage(message);
    },
    onMessage: (listener) => subscribe(port.onMessage, (message: unknown) => listener(message)),
    onDisconnect: (listener) => subscribe(port.onDisconnect, () => listener()),
    close: () => {
      open = false;
      port.disconnect();
    },
  };
}

interface BrowserEvent<Listener> {
  addListener(listener: Listener): void;
  removeListener(listener: Listener): void;
}

function subscribe<Listener>(event: BrowserEvent<Listener>, listener: Listener): Unsubscribe {
  event.addListener(listener);
  return () => event.removeListener(listener);
}
