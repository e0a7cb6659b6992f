import { twinId } from './record-id';

/**
 * Where entries come from: each `event` reports a request of its own; a `snapshot` (`getHAR()`) holds everything there
 * is, again and again.
 */
export type EntrySource = 'event' | 'snapshot';

interface Twins {
  /** How many such entries are known to be different requests. */
  count: number;
  events: number;
  /** In the snapshot that is being read. */
  inSnapshot: number;
  snapshot: number;
}

/**
 * Tells repetitions of an entry from further requests like it. Entries that agree in time, method and URL are the same
 * request if two sources report them, and two requests if one source does: the n-th of one source is the n-th of the other.
 */
export class EntryLedger {
  private readonly twins = new Map<string, Twins>();
  private snapshot = 0;

  /** Call before the entries of each snapshot. */
  beginSnapshot(): void {
    this.snapshot++;
  }

  /**
   * Id of the request that an entry reports, and whether an earlier entry has reported it already.
   *
   * @param identity what identifies the entry apart from its twins
   */
  enter(identity: string, source: EntrySource): { readonly id: string; readonly repeated: boolean } {
    let twins = this.twins.get(identity);
    if (twins === undefined) {
      twins = { count: 0, events: 0, inSnapshot: 0, snapshot: this.snapshot };
      this.twins.set(identity, twins);
    }
    const n = source === 'event' ? twins.events++ : this.countInSnapshot(twins);
    const repeated = n < twins.count;
    if (!repeated) twins.count = n + 1;
    return { id: twinId(identity, n), repeated };
  }

  private countInSnapshot(twins: Twins): number {
    if (twins.snapshot !== this.snapshot) {
      twins.snapshot = this.snapshot;
      twins.inSnapshot = 0;
    }
    return twins.inSnapshot++;
  }
}
