import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { merged, placeFor } from '../../../../../src/panel/store/table/merge';

const byNumber = (a: number, b: number) => a - b;

describe('the place of an item in an ordered list', () => {
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

describe('merging ordered lists', () => {
  it('gives what sorting both together would', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), fc.array(fc.nat(20)), (some, others) => {
        const [ordered, added] = [some.toSorted(byNumber), others.toSorted(byNumber)];
        expect(merged(ordered, added, byNumber, (number) => [number])).toEqual(
          [...ordered, ...added].sort(byNumber),
        );
      }),
    );
  });

  it('puts all that belongs to one thing at its place', () => {
    const byLength = (there: string, added: number) => there.length - added;
    expect(merged(['a', 'ccc'], [2, 3], byLength, (length) => [`${length}`, `${length}!`])).toEqual([
      'a',
      '2',
      '2!',
      'ccc',
      '3',
      '3!',
    ]);
  });
});
