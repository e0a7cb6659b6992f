import type { PanelView } from '../../protocol/panel-view';
import type { SeenRequest } from '../../protocol/seen-request';
import type { Channel } from '../../protocol/channel';
import {
  parseRecorderCommand,
  type LogCapacity,
  type RecorderCommand,
  type RecorderMessage,
  type RecorderState,
} from '../../protocol/recorder';
import type { Timer } from '../../protocol/timer';
import type { CurrentLoad } from '../../protocol/current-load';
import type { InspectedNetwork } from '../inspected-network';
import { isCall } from './call-entry';
import { createEntryIndex, isComplete, type Match } from './entry-index';
import { createLog } from './log';
import type { LogVisits, Visit } from './log-visits';
import { longLog, startPatrol, type PatrolOptions } from './patrol';
import { publish, type Publication } from './publish';
import { startRareVisits, type RareVisitsOptions } from './rare-visits';
import { recordableEntry, type Recordable } from './recordable-entry';
import { createSeenRequests } from './seen-requests';
import { createSharedParts } from './shared-parts';
import { createRecorderProblems } from './recorder-problems';
import { glanceAt, type Sight } from './sight';

/**
 * Devtools page and panel together hold some 5 kB of an item whatever it says, and some 6 bytes for each of its characters: 250 MB and
 * 380 MB at most.
 */
export const logCapacity: LogCapacity = { items: 50_000, characters: 64_000_000 };

/** ms; a new document cannot be asked at once. */
const loadDelays = [25, 50, 100, 200, 400, 800];
/** Latest items among which a request is looked for that was told late. */
const mostUnmarked = 2000;
/** ms between the log's start of a request and another witness's */
const clockTolerance = 500;
const hidingProblem =
  'The filter of Firefox’s Network panel hides calls from extensions. Some may be missing here: take the filter away there.';
/** Of a page that calls on and on. */
export const lateProblem = `Some calls may be missing for now: once a page has made ${longLog.toLocaleString('en-US')} requests, calls whose answer no script reads are looked for only now and then.`;

export interface RecorderOptions {
  readonly network: InspectedNetwork;
  readonly timer: Timer;
  /** ms since the epoch */
  readonly now: () => number;
  readonly capacity?: LogCapacity;
}

export interface Recorder {
  /** Serves one panel until it disconnects. */
  serve(channel: Channel<RecorderMessage>): void;
  /** The panel came to the front. */
  panelShown(): void;
  /** What the log does not tell of requests, recorded or still to come. */
  requestsSeen(requests: readonly SeenRequest[]): void;
}

/**
 * Records the inspected tab's network from now on, whether or not a panel looks. The log is here because panels come and
 * go: Firefox builds a new one whenever devtools is docked elsewhere.
 */
export function createRecorder({ network, timer, now, capacity = logCapacity }: RecorderOptions): Recorder {
  const log = createLog(capacity);
  const index = createEntryIndex();
  const seen = createSeenRequests();
  const shared = createSharedParts();
  const publications = new Set<Publication>();
  const since = now();
  let recording = true;
  let preserveLog = false;
  let url: string | null = null;
  let loadStartedAt: number | null = null;
  /** Requests that began earlier belong to a log that was cleared. */
  let clearedAt = 0;
  /** What the last panel had set in its table. */
  let view: PanelView | null = null;

  const state = (): RecorderState => ({
    recording,
    preserveLog,
    since,
    url,
    loadStartedAt,
    dropped: log.dropped,
    capacity,
    problems: problems.all(),
  });

  const announce = (): void => {
    for (const publication of publications) publication.announce();
  };

  const problems = createRecorderProblems(announce);

  /** Marks what began since `time` (ms since the epoch) and was recorded before it was known. */
  const markRecorded = (time: number): void => {
    for (const item of log.items.slice(-mostUnmarked)) {
      if (item.kind !== 'entry' || Date.parse(item.entry.startedDateTime) < time) continue;
      const marked = seen.mark(item.entry);
      if (marked !== item.entry) log.replaceEntry(item.id, marked);
    }
  };

  const isCurrent = ({ startedDateTime }: Sight): boolean => !(Date.parse(startedDateTime) < clearedAt);

  /** What of the browser's entry is to be recorded; `null`: nothing. What is wrong with it is said. */
  const recordable = (raw: unknown): Recordable | null => {
    const result = recordableEntry(raw);
    switch (result.kind) {
      case 'unreadable':
        problems.report(result.problem);
        return null;
      case 'too-large':
        if (isCurrent(result.sight)) problems.noteTooLarge(result.sight);
        return null;
      case 'irrelevant':
        return null;
      case 'recordable':
        if (result.loadsWorker) {
          seen.learnWorker(result.entry.request.url);
          markRecorded(clearedAt);
        }
        return result;
    }
  };

  /** `null`: there is nothing to record; why is said. */
  const sightOf = (raw: unknown): Sight | null => {
    const sight = glanceAt(raw);
    if (typeof sight === 'object') return sight;
    if (sight === 'unclear') recordable(raw);
    return null;
  };

  const record = (raw: unknown, { kind, sighting }: Match): void => {
    if (kind === 'known' || (kind === 'changed' && sighting.id === null)) return;
    if (kind === 'new' && !recording) return;
    const received = recordable(raw);
    if (received === null || (kind === 'new' && !isCurrent(received.entry))) return;
    const { entry, size } = shared(received);
    if (kind === 'new') sighting.id = log.appendEntry(seen.mark(entry), size);
    else if (sighting.id !== null) log.replaceEntry(sighting.id, seen.mark(entry), size);
  };

  const visitLog = async (): Promise<Visit> => {
    let raw: readonly unknown[];
    try {
      raw = await network.readLog();
    } catch (error) {
      problems.report(`The browser’s network log could not be read: ${String(error)}`);
      return { unannounced: 0, entries: 0 };
    }
    const known = raw.flatMap((entry) => sightOf(entry) ?? []);
    // A request that is under way will be announced when it finishes; one that was refused never finishes in Firefox.
    const entries = network.readingDisturbs ? known : known.filter(isComplete);
    const matches = index.addLog(entries);
    let unannounced = 0;
    for (const [position, entry] of entries.entries()) {
      const match = matches[position];
      if (match === undefined) continue;
      record(entry, match);
      if (match.kind === 'new' && isComplete(entry) && isCurrent(entry) && isCall(entry)) unannounced += 1;
    }
    return { unannounced, entries: raw.length };
  };

  const clearBefore = (time: number): void => {
    clearedAt = time;
    problems.forgetTooLarge();
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

  const navigated = async (address: string): Promise<void> => {
    visits.navigated(address);
    const seenAt = now();
    const load = await readLoad();
    url = load?.url ?? address;
    if (load === null || load.startedAt !== loadStartedAt) {
      loadStartedAt = load?.startedAt ?? seenAt;
      if (preserveLog) log.appendNavigation(url, loadStartedAt);
      else clearBefore(loadStartedAt);
    }
    announce();
  };

  const start = async (): Promise<void> => {
    network.onRequestFinished((raw) => {
      const sight = sightOf(raw);
      if (sight === null) return;
      record(raw, index.addEvent(sight));
      visits.announced(sight);
    });
    network.onNavigated((address) => void navigated(address));
    const load = await readLoad();
    if (load === null || loadStartedAt !== null) return;
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
        await visitLog();
        recording = command.on;
        announce();
        break;
      case 'set-preserve-log':
        preserveLog = command.on;
        announce();
        break;
      case 'remember':
        visits.panelUsed();
        view = command.view;
        break;
      case 'clear':
        problems.forget();
        clearBefore(now());
        announce();
        break;
    }
  };

  // What fell out of the full log must not come back with the next look into the browser's log.
  log.listen({
    dropped: (_, oldest) => {
      clearedAt = Math.max(clearedAt, oldest);
      index.forgetBefore(oldest);
    },
  });

  const startVisits: (options: RareVisitsOptions & PatrolOptions) => LogVisits = network.readingDisturbs
    ? startRareVisits
    : startPatrol;
  const visits = startVisits({
    visit: visitLog,
    isRecording: () => recording,
    onHiding: (hides) => problems.tellWhether(hidingProblem, hides),
    onLate: (isLate) => problems.tellWhether(lateProblem, isLate),
    timer,
    now,
  });
  void start();

  return {
    panelShown: visits.panelShown,
    requestsSeen: (requests) => {
      seen.add(requests);
      markRecorded(requests.reduce((earliest, { at }) => Math.min(earliest, at), Infinity) - clockTolerance);
    },
    serve: (channel) => {
      if (view !== null) channel.post({ type: 'view', view });
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
