import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import type { FilterSubject } from '../../../../../src/panel/store/filter/subject';
import type { Judged } from '../../../../../src/panel/store/judged/judged';
import { exchangeOrder } from '../../../../../src/panel/store/table/exchange-order';
import { createOrderedView } from '../../../../../src/panel/store/table/ordered-view';
import type { Sort } from '../../../../../src/panel/store/types';
import { judgedCall } from './judged-call';

const urls = fc.constantFrom('a', 'b', 'c');
const calls = fc.array(fc.record({ at: fc.nat(8), url: urls }));
const sorts = fc.record({
  column: fc.constantFrom<Sort['column']>('started', 'url'),
  direction: fc.constantFrom<Sort['direction']>('ascending', 'descending'),
});
const startsEvenly = ({ exchange }: FilterSubject) => exchange.startedAt % 2 === 0;
const isA = ({ exchange }: FilterSubject) => exchange.url === 'a';
const byStart = exchangeOrder({ column: 'started', direction: 'ascending' });
const byUrl = exchangeOrder({ column: 'url', direction: 'descending' });
const ids = (all: readonly Judged[]) => all.map(({ exchange }) => exchange.id);

describe('the ordered view', () => {
  it('stays what sorting and filtering everything anew would give', () => {
    const step = fc.record({ add: calls, removeEvery: fc.integer({ min: 2, max: 5 }), renamed: urls });
    fc.assert(
      fc.property(fc.array(step), sorts, fc.constantFrom(null, startsEvenly, isA), (steps, sort, passes) => {
        const order = exchangeOrder(sort);
        const present = new Map<string, Judged>();
        const view = createOrderedView(byStart);
        view.setOrder(order);
        view.setFilter(passes);
        let newest = 0;
        for (const { add, removeEvery, renamed } of steps) {
          const known = [...present.values()];
          const removed = known.filter((_, index) => index % removeEvery === 1);
          // judged anew: some have another place in the order then, or pass the filter no more
          const before = known.filter((_, index) => index % removeEvery === 0);
          const after = before.map(({ exchange }, index) =>
            judgedCall(exchange.id, exchange.startedAt, { url: index % 2 === 0 ? exchange.url : renamed }),
          );
          const added = add.map(({ at, url }) => judgedCall(`call-${++newest}`, at, { url }));
          for (const { exchange } of removed) present.delete(exchange.id);
          for (const judged of [...after, ...added]) present.set(judged.exchange.id, judged);
          const entered = view.apply({ gone: [...removed, ...before], fresh: [...added, ...after] });
          const isShown = passes ?? (() => true);
          const expected = [...present.values()].sort(order.compare);
          expect(view.all).toEqual(expected);
          expect(view.shown).toEqual(expected.filter(isShown));
          expect(entered).toEqual([...added, ...after].filter(isShown).sort(order.compare));
        }
        view.setOrder(byUrl);
        expect(view.all).toEqual([...present.values()].sort(byUrl.compare));
      }),
      { numRuns: 200 },
    );
  });

  it('takes a new order and a new filter', () => {
    const all = ['a', 'b', 'a', 'c'].map((url, at) => judgedCall(`${url}${at}`, at, { url }));
    const view = createOrderedView(byStart);
    view.apply({ gone: [], fresh: all });
    expect(ids(view.shown)).toEqual(['a0', 'b1', 'a2', 'c3']);
    view.setOrder(byUrl);
    expect(ids(view.shown)).toEqual(['c3', 'b1', 'a2', 'a0']);
    view.setFilter(isA);
    expect(ids(view.shown)).toEqual(['a2', 'a0']);
    view.setOrder(byStart);
    expect(ids(view.shown)).toEqual(['a0', 'a2']);
    view.setFilter(null);
    expect(ids(view.shown)).toEqual(['a0', 'b1', 'a2', 'c3']);
    view.clear();
    expect(view.all).toEqual([]);
    expect(view.shown).toEqual([]);
  });
});
