import { twinId } from './record-id';

/**
 * Where entries come from: each `event` reports a request of its own; a `snapshot` (`getHAR()`) holds everything there
 * is, again and again.
 */
export type EntrySource = 'event' | 'snapshot';

/**
 * Tells repetitions of an entry from further requests like it. Entries that agree in time, method and URL are the same
 * request if two sources report them, and two requests if one source does: the n-th of one source is the n-th of the other.
 */
export class EntryLedger {
  private readonly seen = new Set<string>();
  /** How many different requests are known by an identity, where it is more than one. */
  private readonly twins = new Map<string, number>();
  /** The identities of those whose id says more: all but the first of several. */
  private readonly identities = new Map<string, string>();
  /** How many of several are forgotten: the first ones. */
  private readonly forgotten = new Map<string, number>();
  /** How many of these no event has reported yet. */
  private readonly unreported = new Map<string, number>();
  /** How many the present snapshot has shown. */
  private shown = new Map<string, number>();

  /** Call before the entries of each snapshot. */
  beginSnapshot(): void {
    this.shown = new Map();
  }

  /**
   * Id of the request that an entry reports, and whether an earlier entry has reported it already.
   *
   * @param identity what identifies the entry apart from its twins
   */
  enter(identity: string, source: EntrySource): { readonly id: string; readonly repeated: boolean } {
    const before = this.seen.size;
    // nearly always it is new: one look at the set tells, and adds it
    if (source === 'event' && this.seen.add(identity).size > before) return { id: identity, repeated: false };
    const known = this.seen.has(identity) ? (this.twins.get(identity) ?? 1) : 0;
    const unreported = this.unreported.size === 0 ? 0 : (this.unreported.get(identity) ?? 0);
    if (source === 'event') {
      if (unreported === 0) return this.enterNew(identity, known);
      this.unreported.set(identity, unreported - 1);
      return { id: twinId(identity, known - unreported), repeated: true };
    }
    const n = this.shown.get(identity) ?? this.forgotten.get(identity) ?? 0;
    this.shown.set(identity, n + 1);
    if (n < known) return { id: twinId(identity, n), repeated: true };
    this.unreported.set(identity, unreported + 1);
    return this.enterNew(identity, known);
  }

  /**
   * Lets go what is known of a request. Of several that share an identity the first is forgotten first, and until the last is, the
   * others keep their numbers.
   */
  forget(id: string): void {
    const identity = this.identities.get(id) ?? id;
    this.identities.delete(id);
    const forgotten = (this.forgotten.get(identity) ?? 0) + 1;
    if (forgotten < (this.twins.get(identity) ?? 1)) {
      this.forgotten.set(identity, forgotten);
      return;
    }
    this.seen.delete(identity);
    for (const counts of [this.twins, this.forgotten, this.unreported]) counts.delete(identity);
  }

  /** Whether the request, or another one like it, is not forgotten. */
  knows(id: string): boolean {
    return this.seen.has(this.identities.get(id) ?? id);
  }

  private enterNew(identity: string, known: number): { readonly id: string; readonly repeated: boolean } {
    if (known === 0) this.seen.add(identity);
    else {
      this.twins.set(identity, known + 1);
      this.identities.set(twinId(identity, known), identity);
    }
    return { id: twinId(identity, known), repeated: false };
  }
}
