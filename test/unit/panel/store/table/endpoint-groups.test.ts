import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import type { Judged } from '../../../../../src/panel/store/judged/judged';
import { createEndpointGroups } from '../../../../../src/panel/store/table/endpoint-groups';
import { exchangeOrder } from '../../../../../src/panel/store/table/exchange-order';
import { judgedCall } from './judged-call';

const calls = fc.array(fc.record({ at: fc.nat(9), url: fc.constantFrom('a', 'b', '') }));
const keyOf = ({ exchange }: Judged) => exchange.url || null;

describe('the exchanges by endpoint', () => {
  it('are after changes what grouping everything anew would give', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ add: calls, every: fc.integer({ min: 1, max: 4 }) })),
        fc.constantFrom('ascending' as const, 'descending' as const),
        (steps, direction) => {
          const { compare } = exchangeOrder({ column: 'started', direction });
          const groups = createEndpointGroups(keyOf);
          let present: Judged[] = [];
          let newest = 0;
          for (const { add, every } of steps) {
            const gone = present.filter((_, index) => index % every === 0);
            const again = gone.filter((_, index) => index % 2 === 0).map((judged) => ({ ...judged }));
            const added = add.map(({ at, url }) => judgedCall(`${++newest}`, at, { url }));
            const entered = [...again, ...added].sort(compare);
            present = [...present.filter((judged) => !gone.includes(judged)), ...entered];
            groups.apply(gone, entered, compare);
            const ordered = present.toSorted(compare);
            const keys = new Set(ordered.map(keyOf));
            const anew = createEndpointGroups(keyOf);
            anew.regroup(ordered);
            expect(keys.size).toBe([...groups.all].length);
            expect(new Map(Array.from(groups.all, (group) => [group.key, group]))).toEqual(
              new Map(Array.from(anew.all, (group) => [group.key, group])),
            );
          }
        },
      ),
    );
  });
});
