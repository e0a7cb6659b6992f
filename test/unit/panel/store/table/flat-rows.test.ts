import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import type { RecordedNavigation } from '../../../../../src/protocol/recorder';
import type { Judged } from '../../../../../src/panel/store/judged/judged';
import { exchangeOrder } from '../../../../../src/panel/store/table/exchange-order';
import { createRowsOf } from '../../../../../src/panel/store/table/exchange-rows';
import { changedFlatRows, flatRows } from '../../../../../src/panel/store/table/flat-rows';
import type { Sort } from '../../../../../src/panel/store/types';

const judged = (id: number, startedAt: number, url: string, preflights: number) =>
  ({
    exchange: {
      id: `call-${id}`,
      startedAt,
      url,
      hops: [{ preflight: preflights > 0 ? {} : null }, { preflight: preflights > 1 ? {} : null }],
    },
    verdicts: {},
    reach: { now: 'no' },
  }) as unknown as Judged;
const navigation = (at: number, id: number): RecordedNavigation => ({
  kind: 'navigation',
  id,
  url: `https://shop.test/${id}`,
  at,
});

const moments = fc.nat(8);
const arrivals = fc.array(
  fc.record({
    add: fc.array(fc.record({ at: moments, url: fc.constantFrom('a', 'b', 'c'), preflights: fc.nat(2) })),
    removeEvery: fc.integer({ min: 2, max: 5 }),
  }),
);
const sorts = fc.record({
  column: fc.constantFrom<Sort['column']>('started', 'url'),
  direction: fc.constantFrom<Sort['direction']>('ascending', 'descending'),
});

describe('the rows of the flat list', () => {
  it('are after changes what building them anew would give', () => {
    fc.assert(
      fc.property(arrivals, fc.array(moments), sorts, (steps, loads, sort) => {
        const { compare } = exchangeOrder(sort);
        const timeline = sort.column === 'started' ? sort.direction : null;
        const navigations = loads.map(navigation);
        const rowsOf = createRowsOf(0);
        const present = new Map<string, Judged>();
        const anew = () => flatRows([...present.values()].sort(compare), rowsOf, navigations, timeline);
        let rows = anew();
        let newest = 0;
        for (const { add, removeEvery } of steps) {
          const gone = [...present.values()].filter((_, index) => index % removeEvery === 1);
          for (const { exchange } of gone) present.delete(exchange.id);
          const fresh = add.map(({ at, url, preflights }) => judged(++newest, at, url, preflights));
          for (const each of fresh) present.set(each.exchange.id, each);
          rows = changedFlatRows(rows, gone, fresh.toSorted(compare), {
            compare,
            timeline,
            rowsOf,
            judgedOf: (id) => present.get(id),
          });
          expect(rows).toEqual(anew());
        }
      }),
    );
  });

  it('keep those that did not change', () => {
    const calls = [judged(1, 1, 'a', 1), judged(2, 3, 'a', 0)];
    const added = judged(3, 2, 'a', 0);
    const rowsOf = createRowsOf(0);
    const { compare } = exchangeOrder({ column: 'started', direction: 'ascending' });
    const before = flatRows(calls, rowsOf, [], 'ascending');
    const all = new Map([...calls, added].map((each) => [each.exchange.id, each]));
    const after = changedFlatRows(before, [], [added], {
      compare,
      timeline: 'ascending',
      rowsOf,
      judgedOf: (id) => all.get(id),
    });
    expect(after.map(({ key }) => key)).toEqual(['call-1', 'call-1/preflight/0', 'call-3', 'call-2']);
    expect([after[0], after[1], after[3]].every((row, index) => row === before[index])).toBe(true);
  });
});
