import type { Sight } from './sight';

/** A request of which the recorder knows; `id`: its place in the log, `null`: seen, but not to be recorded. */
export interface Sighting {
  id: number | null;
  outcome: Outcome;
  complete: boolean;
  /** An event reported it; otherwise it is known from the browser's log only. */
  reported: boolean;
}

/** Requests of one method and URL that began at the same time. */
interface Twins {
  readonly method: string;
  readonly url: string;
  readonly sightings: Sighting[];
}

/** What a request came to, as far as a later view of it may differ. */
interface Outcome {
  readonly status: number;
  readonly time: number | undefined;
  readonly error: string;
}

export interface Match {
  readonly kind: 'new' | 'changed' | 'known';
  readonly sighting: Sighting;
}

/**
 * Tells which requests were seen before, although the browser gives them no identity: the same one comes as an event and
 * in the log, may come first unfinished and then finished, and two equal requests may start in one millisecond.
 */
export interface EntryIndex {
  /** An entry that an event announced: every event is one request. */
  addEvent(entry: Sight): Match;
  /** A whole log of the browser, in which every request stands once. */
  addLog(entries: readonly Sight[]): Match[];
  /** Forgets what started before `time` (ms since the epoch). */
  forgetBefore(time: number): void;
}

export function createEntryIndex(): EntryIndex {
  /** By their start: of the entry's own texts none is copied, a log has many. */
  const known = new Map<string, Twins[]>();

  const sightingsOf = ({ startedDateTime, request: { method, url } }: Sight): Sighting[] => {
    const begun = known.get(startedDateTime);
    const existing = begun?.find((twins) => twins.method === method && twins.url === url);
    if (existing !== undefined) return existing.sightings;
    const created: Twins = { method, url, sightings: [] };
    if (begun === undefined) known.set(startedDateTime, [created]);
    else begun.push(created);
    return created.sightings;
  };

  return {
    addEvent: (entry) => {
      const sightings = sightingsOf(entry);
      const pending = sightings.find((sighting) => !sighting.complete);
      if (pending !== undefined) return update(pending, entry, true);
      const outcome = outcomeOf(entry);
      const unreported = sightings.filter((sighting) => !sighting.reported);
      // the log may have shown it while its body came, with another duration
      const same = unreported.find((sighting) => isSame(sighting.outcome, outcome)) ?? unreported[0];
      return same === undefined ? addSighting(sightings, entry, true) : update(same, entry, true);
    },

    addLog: (entries) => {
      const taken = new Set<Sighting>();
      return entries.map((entry) => {
        const sightings = sightingsOf(entry);
        const free = sightings.filter((sighting) => !taken.has(sighting));
        const outcome = outcomeOf(entry);
        const same =
          free.find((sighting) => isSame(sighting.outcome, outcome)) ??
          free.find((sighting) => !sighting.complete) ??
          free[0];
        const match = same === undefined ? addSighting(sightings, entry, false) : update(same, entry, false);
        taken.add(match.sighting);
        return match;
      });
    },

    forgetBefore: (time) => {
      for (const startedDateTime of known.keys()) {
        if (!(Date.parse(startedDateTime) >= time)) known.delete(startedDateTime);
      }
    },
  };
}

function addSighting(sightings: Sighting[], entry: Sight, reported: boolean): Match {
  const sighting = { id: null, outcome: outcomeOf(entry), complete: isComplete(entry), reported };
  sightings.push(sighting);
  return { kind: 'new', sighting };
}

function update(sighting: Sighting, entry: Sight, reported: boolean): Match {
  const outcome = outcomeOf(entry);
  sighting.reported ||= reported;
  // An older view of a finished request brings nothing.
  if (isSame(sighting.outcome, outcome) || (sighting.complete && !isComplete(entry)))
    return { kind: 'known', sighting };
  sighting.outcome = outcome;
  sighting.complete = isComplete(entry);
  return { kind: 'changed', sighting };
}

function outcomeOf(entry: Sight): Outcome {
  return { status: statusOf(entry), time: entry.time, error: errorOf(entry) };
}

function isSame(a: Outcome, b: Outcome): boolean {
  return a.status === b.status && a.time === b.time && a.error === b.error;
}

/** Answered, or failed by the browser's own word. */
export function isComplete(entry: Sight): boolean {
  return statusOf(entry) > 0 || errorOf(entry) !== '';
}

function errorOf(entry: Sight): string {
  return entry.response?._error ?? entry._error ?? '';
}

function statusOf(entry: Sight): number {
  return entry.response?.status ?? 0;
}
