import type { Channel, Unsubscribe } from './channel';
import type { Timer } from './timer';

/** `connecting`: no answer yet; `live`: the other end speaks; `lost`: it was there and went, a new attempt is coming. */
export type ConnectionState = 'connecting' | 'live' | 'lost';

export interface ReconnectOptions<Outgoing> {
  readonly connect: () => Channel<Outgoing>;
  readonly timer: Timer;
  /** Sent first on every new line, and again while nobody answers. */
  readonly greeting: Outgoing;
  /** ms; doubled with every attempt that gets no answer. */
  readonly firstDelay?: number;
  readonly longestDelay?: number;
}

export interface ReconnectingLine<Outgoing> {
  post(message: Outgoing): void;
  onMessage(listener: (message: unknown) => void): Unsubscribe;
  onState(listener: (state: ConnectionState) => void): Unsubscribe;
  close(): void;
}

/**
 * A line that mends itself. A new attempt waits a little (an immediate one may reach an end that is just going away), then
 * ever longer. An attempt that nobody answers within its delay is given up: a port to an end that does not listen yet
 * stays silent in some browsers.
 */
export function createReconnectingLine<Outgoing>({
  connect,
  timer,
  greeting,
  firstDelay = 100,
  longestDelay = 5000,
}: ReconnectOptions<Outgoing>): ReconnectingLine<Outgoing> {
  const messageListeners = new Set<(message: unknown) => void>();
  const stateListeners = new Set<(state: ConnectionState) => void>();
  let state: ConnectionState = 'connecting';
  let channel: Channel<Outgoing> | null = null;
  let delay = firstDelay;
  let cancelTimer: () => void = () => {};

  const become = (next: ConnectionState): void => {
    if (state === next) return;
    state = next;
    for (const listener of stateListeners) listener(next);
  };

  const retryLater = (): void => {
    cancelTimer();
    cancelTimer = timer(open, delay);
    delay = Math.min(delay * 2, longestDelay);
  };

  // Connecting throws once the extension was updated or removed under the open panel.
  const tryToConnect = (): Channel<Outgoing> | null => {
    try {
      return connect();
    } catch {
      become('lost');
      retryLater();
      return null;
    }
  };

  const open = (): void => {
    const line = tryToConnect();
    channel = line;
    if (line === null) return;
    line.onMessage((message) => {
      if (channel !== line) return;
      cancelTimer();
      delay = firstDelay;
      become('live');
      for (const listener of messageListeners) listener(message);
    });
    line.onDisconnect(() => {
      if (channel !== line) return;
      channel = null;
      if (state === 'live') become('lost');
      retryLater();
    });
    line.post(greeting);
    cancelTimer();
    cancelTimer = timer(() => {
      channel = null;
      line.close();
      retryLater();
    }, delay * 10);
  };

  open();

  return {
    post: (message) => channel?.post(message),
    onMessage: (listener) => add(messageListeners, listener),
    onState: (listener) => {
      listener(state);
      return add(stateListeners, listener);
    },
    close: () => {
      cancelTimer();
      const line = channel;
      channel = null;
      line?.close();
    },
  };
}

function add<Listener>(listeners: Set<Listener>, listener: Listener): Unsubscribe {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
