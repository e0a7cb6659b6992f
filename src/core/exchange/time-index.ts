import { mapKey } from '../site/map-key';

/** The time of a thing, and a total order for those at the same time. */
export interface Clock<T> {
  /** ms since the epoch */
  readonly time: (item: T) => number;
  readonly order: (a: T, b: T) => number;
}

/** In the order of time. */
class Line<T> {
  constructor(readonly items: T[]) {}
}

/** Things by key and, under each key, in the order of time; adding at the end, the usual case, is cheap. */
export class TimeIndex<T> {
  /** A key has one thing as a rule: it is kept without a list. */
  private readonly lines = new Map<string, T | Line<T>>();

  constructor(readonly clock: Clock<T>) {}

  add(name: string, item: T): void {
    const key = mapKey(name);
    const line = this.lines.get(key);
    if (line === undefined) this.lines.set(key, item);
    else if (line instanceof Line) line.items.splice(this.position(line.items, item), 0, item);
    else this.lines.set(key, this.lineOf(line, item));
  }

  remove(name: string, item: T): void {
    const key = mapKey(name);
    const line = this.lines.get(key);
    if (line === item) this.lines.delete(key);
    if (!(line instanceof Line)) return;
    const at = this.position(line.items, item);
    if (line.items[at] === item) line.items.splice(at, 1);
    if (line.items.length === 0) this.lines.delete(key);
  }

  /** Whether anything lies under `key`. */
  has(key: string): boolean {
    return this.lines.has(mapKey(key));
  }

  /** Visits what lies under `key` from `from` to `to`, that nearest to `time` first, until `visit` says `false`. */
  around(
    key: string,
    time: number,
    from: number,
    to: number,
    visit: (item: T, distance: number) => boolean,
  ): void {
    const found = this.lines.get(mapKey(key));
    if (found === undefined) return;
    const line = found instanceof Line ? found.items : [found];
    const timeOf = this.clock.time;
    const end = (item: T | undefined): number => (item === undefined ? NaN : timeOf(item));
    let after = firstWhereNot(line, (item) => timeOf(item) < time);
    let before = after - 1;
    for (;;) {
      const earlier = line[before];
      const later = line[after];
      const earlierTime = end(earlier);
      const laterTime = end(later);
      const hasEarlier = earlier !== undefined && earlierTime >= from;
      const hasLater = later !== undefined && laterTime <= to;
      if (hasEarlier && (!hasLater || time - earlierTime <= laterTime - time)) {
        before--;
        if (!visit(earlier, time - earlierTime)) return;
      } else if (hasLater) {
        after++;
        if (!visit(later, laterTime - time)) return;
      } else return;
    }
  }

  private lineOf(one: T, other: T): Line<T> {
    const items = [one];
    items.splice(this.position(items, other), 0, other);
    return new Line(items);
  }

  private position(line: readonly T[], item: T): number {
    const { time, order } = this.clock;
    const at = time(item);
    return firstWhereNot(line, (other) => {
      const otherAt = time(other);
      return otherAt < at || (otherAt === at && order(other, item) < 0);
    });
  }
}

function firstWhereNot<T>(line: readonly T[], isBefore: (item: T) => boolean): number {
  let low = 0;
  let high = line.length;
  const last = line[high - 1];
  if (last === undefined || isBefore(last)) return high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = line[middle];
    if (item !== undefined && isBefore(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}
