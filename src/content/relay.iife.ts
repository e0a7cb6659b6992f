import { helloEvent, orderEvent, reportEvent } from '../protocol/hook-line';
import { createRelay, type Relay } from './relay';
import { adjustStorage, keepTrial } from './trial-storage';
import { markTitle } from './title-mark';

/*
 * Runs in the isolated world, before the page hook and before any script of the page. It gives the hook its end of the line,
 * once, and carries what the hook reports to the background.
 */
interface ExtensionApi {
  readonly runtime: {
    readonly id?: string;
    sendMessage(message: unknown): Promise<unknown>;
    readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  };
}
type ExtensionGlobals = {
  browser?: ExtensionApi;
  chrome?: ExtensionApi;
  crosslinkRelay?: true;
  crosslinkTrialInForce?: true;
};

const world = globalThis as unknown as ExtensionGlobals;
const api = world.browser ?? world.chrome;

// the isolated world keeps its globals: registered twice, the second one has nothing to do
if (api !== undefined && world.crosslinkRelay === undefined) {
  world.crosslinkRelay = true;
  adjustStorage(world.crosslinkTrialInForce === true);
  const startRelay = (line: EventTarget): Relay =>
    createRelay({
      send: async (message) => api.runtime.sendMessage(message),
      isGone: () => api.runtime.id === undefined,
      order: (order) =>
        void line.dispatchEvent(new MessageEvent(orderEvent, { data: JSON.stringify(order) })),
      documentName: randomName(),
      // without a timer id: the page's own count up
      later: (task, delay) => AbortSignal.timeout(delay).addEventListener('abort', task),
      keepTrial,
      markTitle: window === window.top ? markTitle(document) : () => {},
    });

  const takeLine = (hello: Event): void => {
    const line = (hello as FocusEvent).relatedTarget;
    if (line === null) return;
    hello.preventDefault();
    const relay = startRelay(line);
    line.addEventListener(reportEvent, (event) => relay.hear((event as MessageEvent).data));
    api.runtime.onMessage.addListener((message) => relay.obey(message));
    globalThis.addEventListener('pagehide', () => relay.leave());
    globalThis.addEventListener('pageshow', (event) => relay.comeBack(event.isTrusted && event.persisted));
  };
  globalThis.addEventListener(helloEvent, takeLine, { once: true });
}

/** `crypto.randomUUID` is not there in pages over http. */
function randomName(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) =>
    part.toString(36).padStart(7, '0'),
  ).join('');
}
