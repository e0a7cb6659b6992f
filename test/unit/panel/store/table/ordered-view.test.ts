import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import type { FilterSubject } from '../../../../../src/panel/store/filter/subject';
import type { Judged } from '../../../../../src/panel/store/judged/judged';
import type { Order } from '../../../../../src/panel/store/table/exchange-order';
import { createOrderedView } from '../../../../../src/panel/store/table/ordered-view';

const item = (value: number) => ({ value }) as unknown as Judged;
const valueOf = (judged: FilterSubject) => (judged as unknown as { value: number }).value;
const orderBy = (compare: (a: Judged, b: Judged) => number): Order<Judged> => ({
  compare,
  arrange: (items) => items.toSorted(compare),
});
const byValue = orderBy((a, b) => valueOf(a) - valueOf(b));
const even = (judged: FilterSubject) => valueOf(judged) % 2 === 0;
const values = (all: readonly Judged[]) => all.map(valueOf);

describe('the ordered view', () => {
  it('stays what sorting and filtering everything anew would give', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ add: fc.array(fc.nat(50)), removeEvery: fc.integer({ min: 1, max: 5 }) })),
        (steps) => {
          const view = createOrderedView(byValue, even);
          let present: Judged[] = [];
          for (const { add, removeEvery } of steps) {
            const gone = present.filter((_, index) => index % removeEvery === 1);
            const fresh = add.map(item);
            present = [...present.filter((judged) => !gone.includes(judged)), ...fresh];
            view.apply({ gone, fresh });
            const expected = present.map(valueOf).sort((a, b) => a - b);
            expect(values(view.all)).toEqual(expected);
            expect(values(view.shown)).toEqual(expected.filter((value) => value % 2 === 0));
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('says what entered, and whether only the end grew', () => {
    const view = createOrderedView(byValue, even);
    const enter = (...added: number[]) => {
      const { entered, isAppend } = view.apply({ gone: [], fresh: added.map(item) });
      return [values(entered), isAppend];
    };
    expect(enter(4, 2, 3)).toEqual([[2, 4], true]);
    expect(enter(1, 6)).toEqual([[6], true]);
    expect(enter(0)).toEqual([[0], false]);
    expect(view.apply({ gone: [view.shown[0]!], fresh: [] })).toEqual({ entered: [], isAppend: false });
  });

  it('takes a new order and a new filter', () => {
    const view = createOrderedView(byValue, even);
    view.apply({ gone: [], fresh: [1, 2, 3, 4].map(item) });
    view.setOrder(orderBy((a, b) => valueOf(b) - valueOf(a)));
    expect(values(view.shown)).toEqual([4, 2]);
    view.setFilter(() => true);
    expect(values(view.shown)).toEqual([4, 3, 2, 1]);
    view.clear();
    expect(view.all).toEqual([]);
  });
});
