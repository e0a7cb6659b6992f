import type { Channel } from '../../protocol/channel';
import {
  recorderVersion,
  type RecordedItem,
  type RecorderMessage,
  type RecorderState,
} from '../../protocol/recorder';
import type { Timer } from '../../protocol/timer';
import type { Log } from './log';

/** Most in one message, so that neither end is held up for long; one item is sent whatever its size. */
const chunk = { items: 500, characters: 1_500_000 };
/** ms; about one frame of the panel. */
const interval = 16;

export interface Publication {
  /** Tells the panel the recorder's state anew. */
  announce(): void;
  stop(): void;
}

/**
 * Brings one panel up to date and keeps it so: the log from its start in chunks, then what is new or has changed, once per
 * frame. What had to go is named by its boundary; a log that was reset is sent again from its start.
 */
export function publish(
  log: Log,
  channel: Channel<RecorderMessage>,
  stateOf: () => RecorderState,
  timer: Timer,
): Publication {
  let sent = 0;
  let changed = new Set<number>();
  let stateDue = true;
  let resetDue = true;
  let dropDue = false;
  let cancel: (() => void) | null = null;

  const schedule = (): void => {
    cancel ??= timer(send, interval);
  };

  const takeChanged = (): RecordedItem[] => {
    const items = [...changed].flatMap((id) => log.find(id) ?? []);
    changed = new Set();
    return items;
  };

  const send = (): void => {
    cancel = null;
    if (stateDue) channel.post({ type: 'state', version: recorderVersion, state: stateOf() });
    if (resetDue) channel.post({ type: 'reset' });
    const [first] = log.items;
    if (dropDue && first !== undefined) channel.post({ type: 'drop', before: first.id });
    const next = log.items.slice(sent, endOfChunk(log.sizes, sent));
    sent += next.length;
    const items = [...takeChanged(), ...next];
    const remaining = log.items.length - sent;
    if (items.length > 0 || resetDue) channel.post({ type: 'items', items, remaining });
    stateDue = false;
    resetDue = false;
    dropDue = false;
    if (remaining > 0) schedule();
  };

  const unlisten = log.listen({
    appended: schedule,
    changed: (id) => {
      const last = log.items[sent - 1];
      if (last === undefined || id > last.id) return;
      changed.add(id);
      schedule();
    },
    dropped: (count) => {
      dropDue ||= sent > 0;
      sent = Math.max(sent - count, 0);
      stateDue = true;
      schedule();
    },
    reset: () => {
      dropDue = false;
      sent = 0;
      changed = new Set();
      stateDue = true;
      resetDue = true;
      schedule();
    },
  });

  send();

  return {
    announce: () => {
      stateDue = true;
      schedule();
    },
    stop: () => {
      cancel?.();
      unlisten();
    },
  };
}

function endOfChunk(sizes: readonly number[], start: number): number {
  let end = start;
  for (let size = 0; end < Math.min(sizes.length, start + chunk.items); end++) {
    size += sizes[end] ?? 0;
    if (size > chunk.characters && end > start) return end;
  }
  return end;
}
