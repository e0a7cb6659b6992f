import type { SlimEntry } from '../../protocol/slim-entry';
import type { Channel } from '../../protocol/channel';
import {
  parseRecorderCommand,
  type RecorderCommand,
  type RecorderMessage,
  type RecorderState,
} from '../../protocol/recorder';
import type { Timer } from '../../protocol/timer';
import type { CurrentLoad, InspectedNetwork } from '../inspected-network';
import { createEntryIndex, isComplete, type Match } from './entry-index';
import { createLog } from './log';
import { publish, type Publication } from './publish';
import { recordableEntry } from './recordable-entry';

/** Items; some 100 MB at two kilobytes each. */
export const logCapacity = 50_000;

/** ms between an announcement and asking the browser's log, so that a burst costs one question. */
const askDelay = 250;
/** ms until the log is asked again while it still grows: a refused request enters it after its preflight. */
const settleDelay = 1000;
/** ms; a new document cannot be asked at once. */
const loadDelays = [25, 50, 100, 200, 400, 800];
const mostProblems = 20;
const firstLoadProblem =
  'Devtools opened on an empty tab: Firefox’s network log misses requests of the first page. Reload it to see them all.';
/** A look into a large log takes its time: at most this share of it is spent on patrols. */
const patrolShare = 0.02;

export interface RecorderOptions {
  readonly network: InspectedNetwork;
  readonly timer: Timer;
  /** ms since the epoch */
  readonly now: () => number;
  readonly capacity?: number;
}

export interface Recorder {
  /** Serves one panel until it disconnects. */
  serve(channel: Channel<RecorderMessage>): void;
}

/**
 * Records the inspected tab's network from now on, whether or not a panel looks. The log is here because panels come and
 * go: Firefox builds a new one whenever devtools is docked elsewhere.
 */
export function createRecorder({ network, timer, now, capacity = logCapacity }: RecorderOptions): Recorder {
  const log = createLog(capacity);
  const index = createEntryIndex();
  const publications = new Set<Publication>();
  const problems = new Set<string>();
  const since = now();
  let recording = true;
  let preserveLog = false;
  let url: string | null = null;
  let loadStartedAt: number | null = null;
  /** Requests that began earlier belong to a log that was cleared. */
  let clearedAt = 0;
  /** Whether requests of the first page may be missing: it is still to come, it is in the log, or neither. */
  let firstLoad: 'awaited' | 'shown' | 'complete' = 'complete';
  let cancelAsking: (() => void) | null = null;

  const state = (): RecorderState => ({
    recording,
    preserveLog,
    since,
    url,
    loadStartedAt,
    dropped: log.dropped,
    capacity,
    problems: [...problems],
  });

  const announce = (): void => {
    for (const publication of publications) publication.announce();
  };

  const report = (problem: string): void => {
    if (problems.has(problem) || problems.size >= mostProblems) return;
    problems.add(problem);
    announce();
  };

  const readable = (raw: unknown): SlimEntry[] => {
    const result = recordableEntry(raw);
    if (!result.ok) {
      report(result.problem);
      return [];
    }
    return result.entry === null ? [] : [result.entry];
  };

  const record = (entry: SlimEntry, match: Match): void => {
    const { sighting } = match;
    if (match.kind === 'new' && recording && Date.parse(entry.startedDateTime) >= clearedAt) {
      sighting.id = log.appendEntry(entry);
    } else if (match.kind === 'changed' && sighting.id !== null) {
      log.replaceEntry(sighting.id, entry);
    }
  };

  const askLog = async (): Promise<void> => {
    cancelAsking = null;
    let raw: readonly unknown[];
    try {
      raw = await network.readLog();
    } catch (error) {
      report(`The browser’s network log could not be read: ${String(error)}`);
      return;
    }
    const known = raw.flatMap(readable);
    // A request that is still under way will be announced when it finishes, or be found on a later patrol.
    const entries = network.announcesAll ? known.filter(isComplete) : known;
    const matches = index.addLog(entries);
    for (const [position, entry] of entries.entries()) {
      const match = matches[position];
      if (match !== undefined) record(entry, match);
    }
    if (!network.announcesAll && matches.some(({ kind }) => kind !== 'known')) askLogSoon(settleDelay);
  };

  const patrol = async (every: number): Promise<void> => {
    const begun = now();
    if (recording) await askLog();
    const rest = Math.max(every, (now() - begun) / patrolShare);
    timer(() => void patrol(every), rest);
  };

  const askLogSoon = (delay: number): void => {
    cancelAsking ??= timer(() => void askLog(), delay);
  };

  const clearBefore = (time: number): void => {
    clearedAt = time;
    index.forgetBefore(time);
    log.removeBefore(time);
  };

  const readLoad = async (): Promise<CurrentLoad | null> => {
    for (const delay of [0, ...loadDelays]) {
      await new Promise<void>((resolve) => void timer(resolve, delay));
      const load = await network.currentLoad();
      if (load !== null) return load;
    }
    return null;
  };

  const noteLoad = (): void => {
    if (firstLoad === 'awaited') {
      firstLoad = 'shown';
      report(firstLoadProblem);
    } else if (firstLoad === 'shown' && !preserveLog) {
      firstLoad = 'complete';
      problems.delete(firstLoadProblem);
    }
  };

  const navigated = async (address: string): Promise<void> => {
    const seenAt = now();
    const load = await readLoad();
    url = load?.url ?? address;
    if (load === null || load.startedAt !== loadStartedAt) {
      loadStartedAt = load?.startedAt ?? seenAt;
      noteLoad();
      if (preserveLog) log.appendNavigation(url, loadStartedAt);
      else clearBefore(loadStartedAt);
    }
    announce();
    if (!network.announcesAll) askLogSoon(askDelay);
  };

  const start = async (): Promise<void> => {
    network.onRequestFinished((raw) => {
      for (const entry of readable(raw)) record(entry, index.addEvent(entry));
      if (!network.announcesAll) askLogSoon(askDelay);
    });
    network.onNavigated((address) => void navigated(address));
    void patrol(network.patrolEvery);
    const load = await readLoad();
    if (load === null || loadStartedAt !== null) return;
    if (network.missesFirstLoad && load.url === 'about:blank') firstLoad = 'awaited';
    loadStartedAt = load.startedAt;
    url = load.url;
    announce();
  };

  const obey = async (command: RecorderCommand): Promise<void> => {
    switch (command.type) {
      case 'hello':
        announce();
        break;
      case 'set-recording':
        // What the browser logged in the meantime is marked as seen under the setting of its time.
        await askLog();
        recording = command.on;
        announce();
        break;
      case 'set-preserve-log':
        preserveLog = command.on;
        announce();
        break;
      case 'clear':
        problems.clear();
        clearBefore(now());
        announce();
        break;
      case 'refresh':
        await askLog();
        break;
    }
  };

  // What fell out of the full log must not come back with the next look into the browser's log.
  log.onDropped((oldest) => {
    clearedAt = Math.max(clearedAt, oldest);
    index.forgetBefore(oldest);
  });

  void start();

  return {
    serve: (channel) => {
      const publication = publish(log, channel, state, timer);
      publications.add(publication);
      channel.onMessage((message) => {
        const command = parseRecorderCommand(message);
        if (command !== null) void obey(command);
      });
      channel.onDisconnect(() => {
        publication.stop();
        publications.delete(publication);
      });
    },
  };
}
