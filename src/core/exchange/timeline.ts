/** Things in the order of time; adding at the end, the usual case, is cheap. */
export class Timeline<T> {
  private readonly items: T[] = [];

  /**
   * @param time ms since the epoch
   * @param order a total order, for those at the same time
   */
  constructor(
    private readonly time: (item: T) => number,
    private readonly order: (a: T, b: T) => number,
  ) {}

  add(item: T): void {
    this.items.splice(this.position(item), 0, item);
  }

  remove(item: T): void {
    const at = this.position(item);
    if (this.items[at] === item) this.items.splice(at, 1);
  }

  /** Everything from `from` to `to`, that nearest to `time` first, at most `limit`. */
  *around(time: number, from: number, to: number, limit: number): Generator<T> {
    let after = this.firstWhereNot((item) => this.time(item) < time);
    let before = after - 1;
    for (let n = 0; n < limit; n++) {
      const earlier = this.within(before, from, to);
      const later = this.within(after, from, to);
      if (
        earlier !== undefined &&
        (later === undefined || time - this.time(earlier) <= this.time(later) - time)
      ) {
        before--;
        yield earlier;
      } else if (later !== undefined) {
        after++;
        yield later;
      } else return;
    }
  }

  private within(index: number, from: number, to: number): T | undefined {
    const item = this.items[index];
    if (item === undefined) return undefined;
    const time = this.time(item);
    return time >= from && time <= to ? item : undefined;
  }

  private position(item: T): number {
    const time = this.time(item);
    return this.firstWhereNot((other) => {
      const otherTime = this.time(other);
      return otherTime < time || (otherTime === time && this.order(other, item) < 0);
    });
  }

  private firstWhereNot(isBefore: (item: T) => boolean): number {
    let low = 0;
    let high = this.items.length;
    const last = this.items[high - 1];
    if (last === undefined || isBefore(last)) return high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const item = this.items[middle];
      if (item !== undefined && isBefore(item)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
