import { helloEvent, portEvent, type HookOrder } from '../protocol/hook-line';
import { createRelay } from './relay';
import { keepTrial } from './trial-storage';
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
type ExtensionGlobals = { browser?: ExtensionApi; chrome?: ExtensionApi; crosslinkRelay?: true };

const world = globalThis as unknown as ExtensionGlobals;
const api = world.browser ?? world.chrome;

// the isolated world keeps its globals: registered twice, the second one has nothing to do
if (api !== undefined && world.crosslinkRelay === undefined) {
  world.crosslinkRelay = true;
  const channel = new MessageChannel();
  const give = (): boolean =>
    !globalThis.dispatchEvent(new MessageEvent(portEvent, { ports: [channel.port2], cancelable: true }));
  const order = (message: HookOrder): void => channel.port1.postMessage(message);

  const relay = createRelay({
    send: (message) => api.runtime.sendMessage(message),
    order,
    documentName: randomName(),
    later: (task, delay) => void setTimeout(task, delay),
    keepTrial,
    markTitle: window === window.top ? markTitle(document) : () => {},
  });
  channel.port1.addEventListener('message', ({ data }) => relay.hear(data));
  channel.port1.start();
  api.runtime.onMessage.addListener((message) => relay.obey(message));
  globalThis.addEventListener('pagehide', () => relay.flush());
  globalThis.addEventListener(helloEvent, () => void give(), { once: true });
}

/** `crypto.randomUUID` is not there in pages over http. */
function randomName(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) =>
    part.toString(36).padStart(7, '0'),
  ).join('');
}
