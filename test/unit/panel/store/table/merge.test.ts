import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { insertInOrder, placeFor, placeOf, removeInOrder } from '../../../../../src/panel/store/table/merge';

const byNumber = (a: number, b: number) => a - b;

interface Ranked {
  readonly rank: number;
}
const byRank = (a: Ranked, b: Ranked) => a.rank - b.rank;
const ranked = fc.array(fc.nat(8).map((rank): Ranked => ({ rank })));

describe('the place for an item in an ordered list', () => {
  it.each([
    { item: 1, ordered: [], place: 0 },
    { item: 0, ordered: [1, 2], place: 0 },
    { item: 1, ordered: [1, 1, 2], place: 2 },
    { item: 3, ordered: [1, 2], place: 2 },
  ])('$item in $ordered: $place', ({ item, ordered, place }) => {
    expect(placeFor(item, ordered, byNumber)).toBe(place);
  });

  it('is behind all that is not greater', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), fc.nat(20), (numbers, item) => {
        const ordered = numbers.toSorted(byNumber);
        expect(placeFor(item, ordered, byNumber)).toBe(ordered.filter((number) => number <= item).length);
      }),
    );
  });

  it('compares a handful of a large list', () => {
    const ordered = Array.from({ length: 50_000 }, (_, index) => index);
    let compared = 0;
    placeFor(31_415, ordered, (a, b) => {
      compared += 1;
      return a - b;
    });
    expect(compared).toBeLessThan(20);
  });
});

describe('the place of an item in an ordered list', () => {
  it('is its own, not that of an equal one', () => {
    fc.assert(
      fc.property(ranked, (items) => {
        const ordered = items.toSorted(byRank);
        for (const item of ordered) expect(placeOf(item, ordered, byRank)).toBe(ordered.indexOf(item));
      }),
    );
  });

  it.each([0, 1, 2])('is none where only equals stand: %i', (rank) => {
    expect(placeOf({ rank }, [{ rank: 1 }, { rank: 1 }], byRank)).toBe(-1);
  });
});

describe('inserting into an ordered list', () => {
  it('gives what sorting both together would, the added behind their equals', () => {
    fc.assert(
      fc.property(ranked, ranked, (some, others) => {
        const ordered = some.toSorted(byRank);
        const added = others.toSorted(byRank);
        const expected = [...ordered, ...added].toSorted(byRank);
        insertInOrder(ordered, added, byRank);
        expect(ordered.map((item) => expected.indexOf(item))).toEqual(expected.map((_, index) => index));
      }),
    );
  });
});

describe('removing from an ordered list', () => {
  it('leaves the others as they stood', () => {
    fc.assert(
      fc.property(ranked, fc.integer({ min: 1, max: 4 }), ranked, (items, every, strangers) => {
        const ordered = items.toSorted(byRank);
        const removed = ordered.filter((_, index) => index % every === 0).toReversed();
        const expected = ordered.filter((item) => !removed.includes(item));
        removeInOrder(ordered, [...removed, ...strangers], byRank);
        expect(ordered).toEqual(expected);
      }),
    );
  });
});
