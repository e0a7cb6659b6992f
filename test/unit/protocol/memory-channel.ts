import type { Channel } from '../../../src/protocol/channel';

/** Two ends of one line in memory; what one posts the other receives at once, as structured clones do: by copy. */
export function memoryChannelPair<Left, Right>(): {
  left: Channel<Left>;
  right: Channel<Right>;
  /** As if a context went away. */
  cut(): void;
} {
  const left = createEnd();
  const right = createEnd();
  let open = true;
  const cut = () => {
    if (!open) return;
    open = false;
    for (const end of [left, right]) for (const listener of end.disconnected) listener();
  };
  const channel = <Out>(own: End, other: End): Channel<Out> => ({
    post: (message) => {
      if (open) for (const listener of other.messages) listener(structuredClone(message));
    },
    onMessage: (listener) => {
      own.messages.add(listener);
      return () => own.messages.delete(listener);
    },
    onDisconnect: (listener) => {
      own.disconnected.add(listener);
      return () => own.disconnected.delete(listener);
    },
    close: () => {
      open = false;
      for (const listener of other.disconnected) listener();
    },
  });
  return { left: channel(left, right), right: channel(right, left), cut };
}

interface End {
  messages: Set<(message: unknown) => void>;
  disconnected: Set<() => void>;
}

function createEnd(): End {
  return { messages: new Set(), disconnected: new Set() };
}
