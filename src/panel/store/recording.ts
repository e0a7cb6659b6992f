import { signal } from '@preact/signals';
import type { PanelView } from '../../protocol/panel-view';
import {
  parseRecorderMessage,
  type LogCapacity,
  type RecordedItem,
  type RecorderCommand,
  type RecorderState,
} from '../../protocol/recorder';
import type { ConnectionState, ReconnectingLine } from '../../protocol/reconnect';
import type { RecordingStore } from './types';

/** What follows the recorder's log. */
export interface LogFollower {
  /** Everything received so far is void. */
  reset(): void;
  /** Items with lower ids are gone. */
  drop(before: number): void;
  receive(items: readonly RecordedItem[]): void;
}

export interface RecordingOptions {
  readonly line: ReconnectingLine<RecorderCommand>;
  readonly reloadPage: () => void;
  readonly follower: LogFollower;
  /** The recorder told which page the tab shows, and when its load began (ms since the epoch). */
  readonly navigated: (url: string, loadStartedAt: number | null) => void;
  /** A panel before this one had set this in its table. */
  readonly viewRemembered: (view: PanelView) => void;
}

/** Mirrors the recorder's state, and hands its log on. The recorder has the last word: a command changes nothing here. */
export function createRecordingStore({
  line,
  reloadPage,
  follower,
  navigated,
  viewRemembered,
}: RecordingOptions): RecordingStore {
  const connection = signal<ConnectionState>('connecting');
  const recording = signal(true);
  const preserveLog = signal(false);
  const since = signal<number | null>(null);
  const dropped = signal(0);
  const capacity = signal<LogCapacity>({ items: 0, characters: 0 });
  const problems = signal<readonly string[]>([]);

  const mirror = (state: RecorderState): void => {
    recording.value = state.recording;
    preserveLog.value = state.preserveLog;
    since.value = state.since;
    dropped.value = state.dropped;

    capacity.value = state.capacity;
    if (state.problems.join('\n') !== problems.value.join('\n')) problems.value = state.problems;
    if (state.url !== null) navigated(state.url, state.loadStartedAt);
  };

  line.onState((state) => {
    connection.value = state;
  });
  line.onMessage((raw) => {
    const message = parseRecorderMessage(raw);
    switch (message?.type) {
      case 'state':
        mirror(message.state);
        break;
      case 'view':
        viewRemembered(message.view);
        break;
      case 'reset':
        follower.reset();
        break;
      case 'drop':
        follower.drop(message.before);
        break;
      case 'items':
        follower.receive(message.items);
        break;
      case undefined:
        problems.value = ['The recorder speaks another version. Close and reopen devtools.'];
        break;
    }
  });

  return {
    connection,
    recording,
    preserveLog,
    since,
    dropped,
    capacity,
    problems,
    setRecording: (on) => line.post({ type: 'set-recording', on }),
    setPreserveLog: (on) => line.post({ type: 'set-preserve-log', on }),
    clear: () => line.post({ type: 'clear' }),
    reloadPage,
  };
}
