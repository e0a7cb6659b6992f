import type { Runtime } from 'webextension-polyfill';
import type {
  BackgroundCall,
  BackgroundClient,
  BackgroundEvent,
  CallParams,
  CallResult,
} from './background-rpc';
import { backgroundVersion, parseAnswer, parseEvent, type CallMessage } from './background-schema';
import { panelPortName } from './panel-port';
import { sendUntilAnswered } from './send-until-answered';

/** The background cannot be reached (the extension was updated or removed under the open panel), or failed at a call. */
export class BackgroundError extends Error {
  override readonly name = 'BackgroundError';
}

type ClientRuntime = Pick<Runtime.Static, 'id' | 'sendMessage' | 'onMessage' | 'connect' | 'onConnect'>;

/**
 * Calls are one-shot messages, because only those wake a background that sleeps: a port to Chrome's service worker stays
 * open when the worker ends (the devtools pages listen on it too) and swallows what is posted. The port (`panelPortName`) is
 * there for one thing, to go: while the background is awake it learns at once that the panel was closed.
 *
 * @param portFrom who opens the port
 */
export function createBackgroundClient(
  runtime: ClientRuntime,
  tabId: number,
  portFrom: 'panel' | 'background',
): BackgroundClient {
  const listeners = new Set<(event: BackgroundEvent) => void>();
  const openPort = (): Runtime.Port | null =>
    portFrom === 'panel' ? runtime.connect({ name: panelPortName(tabId) }) : null;
  let port = openPort();

  const receive = (input: unknown, sender: Runtime.MessageSender): Promise<true> | undefined => {
    // content scripts have a tab; only the background speaks for the page
    if (sender.tab !== undefined) return undefined;
    const message = parseEvent(input);
    if (message === null || (message.tabId ?? tabId) !== tabId) return undefined;
    const { event, restarted } = message;
    if (restarted) {
      port?.disconnect();
      port = openPort();
    }
    if (event !== null) for (const listener of listeners) listener(event);
    return Promise.resolve(true);
  };
  runtime.onMessage.addListener(receive);
  // a port that nobody listens for is closed at once
  if (portFrom === 'background') runtime.onConnect.addListener(ignorePort);

  return {
    call: async <Name extends BackgroundCall>(
      name: Name,
      params: CallParams<Name>,
    ): Promise<CallResult<Name>> => {
      const message: CallMessage = { crosslink: 'call', version: backgroundVersion, tabId, name, params };
      const answer = parseAnswer(await send(runtime, message, once.has(name)));
      if (answer === null) throw new BackgroundError('The extension was updated. Close and reopen devtools.');
      if (!answer.ok) throw new BackgroundError(answer.error);
      // of the extension itself, in this version
      return answer.result as CallResult<Name>;
    },
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      runtime.onMessage.removeListener(receive);
      runtime.onConnect.removeListener(ignorePort);
      port?.disconnect();
    },
  };
}

function ignorePort(): void {}

/** Calls that do something each time they are heard. */
const once: ReadonlySet<BackgroundCall> = new Set(['access.ask', 'probe.run']);

async function send(runtime: ClientRuntime, message: CallMessage, isOnce: boolean): Promise<unknown> {
  try {
    const sending = (): Promise<unknown> => runtime.sendMessage(message);
    return await (isOnce ? sending() : sendUntilAnswered(sending, () => !runtime.id));
  } catch (error) {
    throw new BackgroundError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
