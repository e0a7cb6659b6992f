import type { SlimEntry } from '../../protocol/slim-entry';

/** A request of which the recorder knows; `id`: its place in the log, `null`: seen, but not to be recorded. */
export interface Sighting {
  id: number | null;
  outcome: string;
  complete: boolean;
  /** An event reported it; otherwise it is known from the browser's log only. */
  reported: boolean;
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
  addEvent(entry: SlimEntry): Match;
  /** A whole log of the browser, in which every request stands once. */
  addLog(entries: readonly SlimEntry[]): Match[];
  /** Forgets what started before `time` (ms since the epoch). */
  forgetBefore(time: number): void;
}

export function createEntryIndex(): EntryIndex {
  const known = new Map<string, Sighting[]>();

  const sightingsOf = (entry: SlimEntry): Sighting[] => {
    const key = `${entry.startedDateTime} ${entry.request.method} ${entry.request.url}`;
    const existing = known.get(key);
    if (existing !== undefined) return existing;
    const created: Sighting[] = [];
    known.set(key, created);
    return created;
  };

  return {
    addEvent: (entry) => {
      const sightings = sightingsOf(entry);
      const pending = sightings.find((sighting) => !sighting.complete);
      if (pending !== undefined) return update(pending, entry, true);
      const outcome = outcomeOf(entry);
      const unreported = sightings.filter((sighting) => !sighting.reported);
      // the log may have shown it while its body came, with another duration
      const same = unreported.find((sighting) => sighting.outcome === outcome) ?? unreported[0];
      return same === undefined ? addSighting(sightings, entry, true) : update(same, entry, true);
    },

    addLog: (entries) => {
      const taken = new Set<Sighting>();
      return entries.map((entry) => {
        const sightings = sightingsOf(entry);
        const free = sightings.filter((sighting) => !taken.has(sighting));
        const outcome = outcomeOf(entry);
        const same =
          free.find((sighting) => sighting.outcome === outcome) ??
          free.find((sighting) => !sighting.complete) ??
          free[0];
        const match = same === undefined ? addSighting(sightings, entry, false) : update(same, entry, false);
        taken.add(match.sighting);
        return match;
      });
    },

    forgetBefore: (time) => {
      for (const key of known.keys()) {
        if (Date.parse(key.slice(0, key.indexOf(' '))) < time) known.delete(key);
      }
    },
  };
}

function addSighting(sightings: Sighting[], entry: SlimEntry, reported: boolean): Match {
  const sighting = { id: null, outcome: outcomeOf(entry), complete: isComplete(entry), reported };
  sightings.push(sighting);
  return { kind: 'new', sighting };
}

function update(sighting: Sighting, entry: SlimEntry, reported: boolean): Match {
  const outcome = outcomeOf(entry);
  sighting.reported ||= reported;
  // An older view of a finished request brings nothing.
  if (sighting.outcome === outcome || (sighting.complete && !isComplete(entry)))
    return { kind: 'known', sighting };
  sighting.outcome = outcome;
  sighting.complete = isComplete(entry);
  return { kind: 'changed', sighting };
}

function outcomeOf(entry: SlimEntry): string {
  return `${statusOf(entry)} ${entry.time} ${errorOf(entry)}`;
}

/** Answered, or failed by the browser's own word. */
export function isComplete(entry: SlimEntry): boolean {
  return statusOf(entry) > 0 || errorOf(entry) !== '';
}

function errorOf(entry: SlimEntry): string {
  return entry.response?._error ?? entry._error ?? '';
}

function statusOf(entry: SlimEntry): number {
  return entry.response?.status ?? 0;
}
