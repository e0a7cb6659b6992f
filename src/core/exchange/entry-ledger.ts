import { twinId } from './record-id';

/** Numbers requests that agree in all that identifies their entries (time, method and URL): each entry is one of its own. */
export class EntryLedger {
  private readonly seen = new Set<string>();
  /** How many different requests are known by an identity, where it is more than one. */
  private readonly twins = new Map<string, number>();
  /** The identities of those whose id says more: all but the first of several. */
  private readonly identities = new Map<string, string>();
  /** How many of several are forgotten: the first ones. */
  private readonly forgotten = new Map<string, number>();

  /**
   * Id of a further request.
   *
   * @param identity what identifies its entry apart from its twins
   */
  enter(identity: string): string {
    const before = this.seen.size;
    // nearly always it is new: one look at the set tells, and adds it
    if (this.seen.add(identity).size > before) return identity;
    const known = this.twins.get(identity) ?? 1;
    const id = twinId(identity, known);
    this.twins.set(identity, known + 1);
    this.identities.set(id, identity);
    return id;
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
    this.twins.delete(identity);
    this.forgotten.delete(identity);
  }

  /** Whether the request, or another one like it, is not forgotten. */
  knows(id: string): boolean {
    return this.seen.has(this.identities.get(id) ?? id);
  }
}
