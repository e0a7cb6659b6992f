import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createExchangeLog, type ExchangeChanges } from '../../src/core/exchange/exchange-log';
import { readHar } from '../../src/core/exchange/from-har';
import type { HarEntry } from '../../src/core/exchange/har';
import { createNearestPairs } from '../../src/core/exchange/nearest-pairs';
import { TimeIndex } from '../../src/core/exchange/time-index';
import type { Exchange } from '../../src/core/exchange/types';
import { harEntry, preflightEntry } from '../unit/core/exchange/har-entry';

const urls = ['https://api.shop.test/a', 'https://api.shop.test/b', 'https://api.other.test/a?x=1'];
const anyEntry: fc.Arbitrary<HarEntry> = fc
  .record({
    kind: fc.constantFrom('request', 'request', 'preflight', 'redirect', 'image'),
    url: fc.constantFrom(...urls),
    target: fc.constantFrom(...urls, '/b#there'),
    method: fc.constantFrom('GET', 'POST', 'PUT'),
    at: fc.integer({ min: 0, max: 400 }).map((n) => n * 7),
    time: fc.integer({ min: 0, max: 900 }),
    status: fc.constantFrom(200, 200, 403, 0),
    chromium: fc.boolean(),
    cookie: fc.constantFrom('', 'a=1'),
    origin: fc.constantFrom('https://app.shop.test', 'null', 'https://frame.test', ''),
    pageref: fc.constantFrom('page_1', 'page_2', undefined),
  })
  .map(({ kind, url, target, method, at, time, status, chromium, cookie, origin, pageref }) => {
    const type = chromium ? { type: 'fetch' } : {};
    const shape = { url, at, time, headers: { Origin: origin, Cookie: cookie }, ...(pageref && { pageref }) };
    if (kind === 'preflight') return preflightEntry({ ...shape, asksFor: method, status: status || 204 });
    if (kind === 'redirect') return harEntry({ ...shape, ...type, method, status: 302, redirectURL: target });
    if (kind === 'image') return harEntry({ ...shape, type: 'image' });
    return harEntry({ ...shape, ...type, method, status });
  });

/** Entries that could not be told apart by what identifies them would get their numbers in the order of arrival. */
const session = fc.uniqueArray(anyEntry, {
  maxLength: 40,
  selector: ({ startedDateTime, request }) => `${startedDateTime} ${request?.method} ${request?.url}`,
});

const sizeOf = ({ hops }: Exchange): number =>
  hops.reduce((size, { preflight }) => size + (preflight === null ? 1 : 2), 0);

const withoutCookies = ({ request }: HarEntry) => request?.headers?.filter(({ name }) => name !== 'Cookie');

describe('exchanges', () => {
  it('are the same in whatever order and batches entries arrive', () => {
    const arrival = session.chain((entries) =>
      fc.tuple(
        fc.constant(entries),
        fc.shuffledSubarray(entries, { minLength: entries.length }),
        fc.integer({ min: 1, max: 9 }),
      ),
    );
    fc.assert(
      fc.property(arrival, ([entries, shuffled, batch]) => {
        const log = createExchangeLog();
        for (let i = 0; i < shuffled.length; i += batch) log.add(shuffled.slice(i, i + batch));
        expect(log.all()).toEqual(readHar({ log: { entries } }).exchanges);
      }),
      { numRuns: 400 },
    );
  });

  it('hold every entry that is a call or a preflight exactly once', () => {
    fc.assert(
      fc.property(session, (entries) => {
        const { exchanges, ignored, problems } = readHar({ log: { entries } });
        const held = exchanges.reduce((sum, exchange) => sum + sizeOf(exchange), 0);
        const left = Object.values(ignored).reduce((sum, count) => sum + count, 0);
        expect(held + left).toBe(entries.length);
        expect(problems).toEqual([]);
        expect(new Set(exchanges.map(({ id }) => id)).size).toBe(exchanges.length);
      }),
      { numRuns: 400 },
    );
  });

  it('follow from the changes that the log reports', () => {
    fc.assert(
      fc.property(session, fc.integer({ min: 1, max: 5 }), (entries, batch) => {
        const log = createExchangeLog();
        const followed = new Map<string, Exchange>();
        for (let i = 0; i < entries.length; i += batch) {
          const { added, changed, removed } = log.add(entries.slice(i, i + batch));
          for (const id of removed) expect(followed.delete(id)).toBe(true);
          for (const exchange of added) expect(followed.has(exchange.id)).toBe(false);
          for (const exchange of changed) expect(followed.has(exchange.id)).toBe(true);
          for (const exchange of [...added, ...changed]) followed.set(exchange.id, exchange);
        }
        expect([...followed.values()].sort(inTime)).toEqual(log.all());
      }),
    );
  });

  it('are those of what is left when entries are forgotten, and the changes tell so', () => {
    // cookies tell of other calls, too, and that stays known
    const entries = session.map((all) =>
      all.map((entry) => ({ ...entry, request: { ...entry.request, headers: withoutCookies(entry) } })),
    );
    const some = entries.chain((all) => fc.tuple(fc.constant(all), fc.subarray([...all.keys()])));
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 9 }), ([all, gone], batch) => {
        const log = createExchangeLog();
        const followed = new Map<string, Exchange>();
        const follow = ({ added, changed, removed }: ExchangeChanges): void => {
          for (const id of removed) expect(followed.delete(id)).toBe(true);
          for (const exchange of added) expect(followed.has(exchange.id)).toBe(false);
          for (const exchange of changed) expect(followed.has(exchange.id)).toBe(true);
          for (const exchange of [...added, ...changed]) followed.set(exchange.id, exchange);
        };
        const { ids, ...changes } = log.add(all);
        follow(changes);
        const forgotten = gone.flatMap((index) => ids[index] ?? []);
        for (let i = 0; i < forgotten.length; i += batch) follow(log.forget(forgotten.slice(i, i + batch)));
        const left = all.filter((_, index) => !gone.includes(index));
        expect(log.all()).toEqual(readHar({ log: { entries: left } }).exchanges);
        expect([...followed.values()].sort(inTime)).toEqual(log.all());
      }),
      { numRuns: 400 },
    );
  });

  it('stay as they are when all is told once more', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 25 }), (entries) => {
        const log = createExchangeLog();
        const { ids } = log.add(entries);
        log.renew(entries.flatMap((entry, index) => ({ id: ids[index] ?? '', entry })));
        expect(log.all()).toEqual(readHar({ log: { entries } }).exchanges);
      }),
    );
  });

  it('never throw, whatever a log holds', { timeout: 30_000 }, () => {
    const anything = fc.anything({ maxDepth: 2, maxKeys: 3, withNullPrototype: true, withBigInt: true });
    const nearlyEntry = fc.record(
      {
        startedDateTime: fc.oneof(anything, fc.constant('2026-05-01T10:00:00Z')),
        time: anything,
        pageref: anything,
        _initiator: anything,
        _resourceType: fc.oneof(anything, fc.constantFrom('fetch', '__proto__', 'constructor')),
        request: fc.record(
          {
            method: fc.oneof(fc.string(), anything),
            url: fc.oneof(fc.webUrl(), fc.string({ unit: 'binary' }), anything),
            headers: fc.oneof(anything, fc.array(fc.record({ name: fc.string(), value: anything }))),
          },
          { requiredKeys: [] },
        ),
        response: anything,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(anything, nearlyEntry), { maxLength: 8 }), (entries) => {
        const { exchanges, problems, ignored } = readHar({ log: { entries: entries as HarEntry[] } });
        const unreadable = new Set(problems.map(({ index }) => index)).size;
        const left = Object.values(ignored).reduce((sum, count) => sum + count, 0);
        const held = exchanges.reduce((sum, exchange) => sum + sizeOf(exchange), 0);
        expect(held + left + unreadable).toBeGreaterThanOrEqual(entries.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe('nearest pairs', () => {
  interface Thing {
    readonly name: number;
    readonly time: number;
    readonly rank: number;
  }
  const things = fc.array(
    fc.record({
      time: fc.integer({ min: 0, max: 40 }).map((n) => n * 15),
      rank: fc.integer({ min: 0, max: 2 }),
    }),
    {
      maxLength: 12,
    },
  );
  const window = { before: 200, after: 150 };
  const order = (a: Thing, b: Thing): number => a.name - b.name;
  const rankOf = (left: Thing, right: Thing): number | null =>
    left.rank + right.rank > 3 ? null : Math.abs(left.rank - right.rank);

  /** The best pair of all first, then the best of the rest, and so on. */
  function greedily(lefts: readonly Thing[], rights: readonly Thing[], together: number): [number, number][] {
    const distance = (lag: number): number => (Math.abs(lag) <= together ? 0 : Math.abs(lag));
    const pairs = lefts
      .flatMap((left) =>
        rights.map((right) => ({ left, right, rank: rankOf(left, right), lag: right.time - left.time })),
      )
      .filter(({ rank, lag }) => rank !== null && lag >= -window.before && lag <= window.after)
      .sort(
        (a, b) =>
          a.rank! - b.rank! ||
          distance(a.lag) - distance(b.lag) ||
          order(a.left, b.left) ||
          order(a.right, b.right),
      );
    const taken = new Set<Thing>();
    return pairs.flatMap(({ left, right }): [number, number][] => {
      if (taken.has(left) || taken.has(right)) return [];
      taken.add(left).add(right);
      return [[left.name, right.name]];
    });
  }

  it('are those of choosing the best pair first, after any additions and removals', () => {
    const moves = fc.array(fc.tuple(fc.boolean(), fc.nat(), fc.integer({ min: 0, max: 3 })), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(
        things,
        things,
        moves,
        fc.constantFrom(0, 40),
        (leftShapes, rightShapes, steps, together) => {
          const lefts = leftShapes.map((shape, name) => ({ ...shape, name }));
          const rights = rightShapes.map((shape, name) => ({ ...shape, name }));
          const clock = { time: ({ time }: Thing) => time, order };
          const leftIndex = new TimeIndex<Thing>(clock);
          const rightIndex = new TimeIndex<Thing>(clock);
          const pairs = createNearestPairs(
            { lefts: leftIndex, rights: rightIndex, window, together, rank: rankOf },
            () => {},
          );
          const present = { left: new Set<Thing>(), right: new Set<Thing>() };
          for (const [isLeft, which, action] of steps) {
            const thing = (isLeft ? lefts : rights)[which % 12];
            if (thing === undefined) continue;
            const side = isLeft ? present.left : present.right;
            const index = isLeft ? leftIndex : rightIndex;
            if (side.has(thing) && action === 0) {
              side.delete(thing);
              index.remove('key', thing);
              (isLeft ? pairs.leftRemoved : pairs.rightRemoved)('key', thing);
            } else if (!side.has(thing)) {
              side.add(thing);
              index.add('key', thing);
              (isLeft ? pairs.leftAdded : pairs.rightAdded)('key', thing);
            }
          }
          const expected = greedily([...present.left], [...present.right], together);
          const found = [...present.left].flatMap((left): [number, number][] => {
            const right = pairs.rightOf(left);
            if (right !== undefined) expect(pairs.leftOf(right)).toBe(left);
            return right === undefined ? [] : [[left.name, right.name]];
          });
          expect(found.sort(byName)).toEqual(expected.sort(byName));
        },
      ),
      { numRuns: 500 },
    );
  });
});

const byName = (a: readonly [number, number], b: readonly [number, number]): number => a[0] - b[0];
const inTime = (a: Exchange, b: Exchange): number => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1);
