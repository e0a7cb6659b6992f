import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import type { Judged } from '../../../../../src/panel/store/judged/judged';
import {
  byStart,
  byUrl,
  exchangeOrder,
  type KeptOrders,
} from '../../../../../src/panel/store/table/exchange-order';
import type { Sort } from '../../../../../src/panel/store/types';

const judged = fc
  .record({
    id: fc.string({ minLength: 1, maxLength: 3 }),
    startedAt: fc.nat(5),
    url: fc.constantFrom('https://a.test/', 'https://a.test/b', 'https://b.test/', 'https://b.test/é'),
    status: fc.constantFrom(null, 200, 404, 1_000),
    outcome: fc.constantFrom('links', 'breaks', 'unlinked', 'cannot', 'unknown'),
    preflight: fc.constantFrom('seen', 'added', 'none'),
    tier: fc.constantFrom('seen', 'not-seen'),
  })
  .map(
    ({ id, startedAt, url, status, outcome, preflight, tier }) =>
      ({
        exchange: { id, startedAt, url, method: id },
        host: url.slice(8, 14),
        verdicts: { today: { outcome }, cookies: { outcome }, header: { outcome } },
        status,
        preflight,
        tier,
      }) as unknown as Judged,
  );
const calls = fc.uniqueArray(judged, { selector: ({ exchange }) => exchange.id });

const keptOrders = (inTime: Judged[]): KeptOrders => ({
  inTime,
  inUrlOrder: () => inTime.toSorted(byUrl),
});

describe('the order of exchanges', () => {
  it.each([
    'url',
    'method',
    'host',
    'today',
    'cookies',
    'header',
    'preflight',
    'tier',
    'status',
    'started',
    'count',
  ] as const)('arranges by %s as comparing would, in both directions', (column) => {
    fc.assert(
      fc.property(calls, fc.constantFrom<Sort['direction']>('ascending', 'descending'), (all, direction) => {
        const { arrange, compare } = exchangeOrder({ column, direction });
        const inTime = all.toSorted(byStart);
        expect(arrange(keptOrders(inTime))).toEqual(all.toSorted(compare));
      }),
    );
  });

  it('leaves equal ones as they began, the latest first where the order is turned round', () => {
    const call = (id: string, startedAt: number, url: string) =>
      ({ exchange: { id, startedAt, url } }) as unknown as Judged;
    const all = [call('late', 2, 'b'), call('early', 1, 'b'), call('other', 3, 'a')];
    const ids = (direction: Sort['direction']) =>
      exchangeOrder({ column: 'url', direction })
        .arrange(keptOrders(all.toSorted(byStart)))
        .map(({ exchange }) => exchange.id);
    expect(ids('ascending')).toEqual(['other', 'early', 'late']);
    expect(ids('descending')).toEqual(['late', 'early', 'other']);
  });
});
