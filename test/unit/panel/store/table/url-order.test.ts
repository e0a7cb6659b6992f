import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import type { Judged } from '../../../../../src/panel/store/judged/judged';
import { byUrl } from '../../../../../src/panel/store/table/exchange-order';
import { createUrlOrder } from '../../../../../src/panel/store/table/url-order';
import { judgedCall } from './judged-call';

const calls = fc.array(fc.record({ at: fc.nat(5), url: fc.constantFrom('a', 'b', 'c', 'd') }));

describe('the order of URLs', () => {
  it('is after every change what sorting anew would give', () => {
    const step = fc.record({ add: calls, every: fc.integer({ min: 1, max: 5 }), isAsked: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const present = new Map<string, Judged>();
        const order = createUrlOrder();
        let newest = 0;
        for (const { add, every, isAsked } of steps) {
          const gone = [...present.values()].filter((_, index) => index % every === 0);
          const fresh = gone.flatMap((judged, index) => {
            // gone for good, judged anew, or with other facts of the call itself
            const { id, startedAt, url } = judged.exchange;
            return [[], { ...judged }, judgedCall(id, startedAt, { url })][index % 3] ?? [];
          });
          fresh.push(...add.map(({ at, url }) => judgedCall(`${++newest}`, at, { url })));
          for (const { exchange } of gone) present.delete(exchange.id);
          for (const judged of fresh) present.set(judged.exchange.id, judged);
          order.apply({ gone, fresh });
          const expected = [...present.values()].sort(byUrl);
          if (isAsked) expect(order.arranged()).toEqual(expected);
        }
        const last = [...present.values()].sort(byUrl);
        expect(order.arranged()).toEqual(last);
        order.clear();
        expect(order.arranged()).toEqual([]);
      }),
    );
  });
});
