import { describe, expect, it } from 'vitest';
import type { HookCall } from '../../../../src/core/exchange/hook-call';
import { actionOpen } from '../../../../src/core/exchange/hook-facts';
import { createHookJoin } from '../../../../src/core/exchange/hook-join';
import type { Exchange } from '../../../../src/core/exchange/types';
import { judge } from '../../../../src/core/verdict/judge';
import { sampleExchange, pageFacts, shop, xDtc } from '../verdict/sample-exchange';
import { sampleHookCall } from './sample-hook-call';

const url = 'https://api.shop.test/orders';

const call = (change: Partial<HookCall> = {}): HookCall =>
  sampleHookCall({ n: 0, url: '//api.shop.test/orders', uploadListener: false, ...change });

function logged(change: Partial<Exchange> = {}): Exchange {
  return { ...sampleExchange({ url, api: 'fetch', document: `${shop}/` }), startedAt: 1_010, ...change };
}

describe('the join of page hook and network log', () => {
  it.each([
    ['a protocol-relative URL', { url: '//api.shop.test/orders' }, {}],
    ['a relative URL by the base', { url: 'orders', baseUrl: 'https://api.shop.test/' }, {}],
    ['a fragment', { url: `${url}#top` }, {}],
    ['a log that cannot tell XHR from fetch', { api: 'xhr' }, { api: 'script' }],
    ['a request that a busy network starts late', {}, { startedAt: 9_000 }],
    ['clocks that differ a little', { at: 1_100 }, {}],
    ['a log without documents', {}, { documentUrl: null }],
  ] as const)('ties %s', (_, reported, exchange) => {
    const join = createHookJoin();
    const own = logged(exchange);
    join.put([own]);
    expect(join.report('document', [call(reported)])).toEqual([own.id]);
    expect(join.joined(own).hook).toEqual(call(reported));
  });

  it.each([
    ['many', 20_001, ''],
    ['long ones', 401, 'x'.repeat(49_900)],
  ])('forgets the oldest of %s reports', (_, count, value) => {
    const join = createHookJoin();
    const [first, second] = [1_010, 2_010].map((startedAt) => logged({ id: `${startedAt}`, startedAt }));
    if (first === undefined || second === undefined) throw new Error('there are two');
    join.put([first, second]);
    const headers = [{ name: 'x', value }];
    join.report('document', [call({ n: 0, at: 1_000, headers }), call({ n: 1, at: 2_000, headers })]);
    for (let n = 2; n < count; n++)
      join.report('document', [call({ n, at: 1e6 * n, url: '/other', headers })]);
    expect(join.joined(first).hook).toBeUndefined();
    expect(join.joined(second).hook?.n).toBe(1);
  });

  it.each([
    ['another URL', { url: '/orders' }, {}],
    ['another method', { method: 'POST' }, {}],
    ['another kind of call', { api: 'xhr' }, {}],
    ['another origin', { documentUrl: 'https://other.test/' }, {}],
    ['another time', { at: 60_000 }, {}],
    ['a request that no script made', {}, { api: 'preflight' }],
    ['a URL that does not resolve', { url: 'https://[', baseUrl: 'about:blank' }, {}],
  ] as const)('leaves %s alone', (_, reported, exchange) => {
    const join = createHookJoin();
    const own = logged(exchange);
    join.put([own]);
    expect(join.report('document', [call(reported)])).toEqual([]);
    expect(join.joined(own)).toBe(own);
  });

  it('ties calls to one URL in the order in which they were made, whatever comes first', () => {
    const reports = [
      call({ n: 0, at: 1_000, credentials: 'omit' }),
      call({ n: 1, at: 1_001, credentials: 'include' }),
    ];
    const exchanges = [logged({ id: 'a', startedAt: 1_004 }), logged({ id: 'b', startedAt: 1_005 })];
    const credentialsOf = (work: (join: ReturnType<typeof createHookJoin>) => void): unknown[] => {
      const join = createHookJoin();
      work(join);
      return exchanges.map((exchange) => join.joined(exchange).hook?.credentials);
    };
    const expected = ['omit', 'include'];
    expect(
      credentialsOf((join) => {
        join.put(exchanges);
        join.report('document', reports);
      }),
    ).toEqual(expected);
    expect(
      credentialsOf((join) => {
        join.report('document', reports);
        join.put(exchanges.toReversed());
      }),
    ).toEqual(expected);
  });

  it('hands a report on when its exchange turns out to be part of another one', () => {
    const join = createHookJoin();
    const [first, second] = [logged({ id: 'a' }), logged({ id: 'b', startedAt: 1_020 })];
    join.put([first, second]);
    join.report('document', [call()]);
    expect(join.joined(first).hook).toBeDefined();
    expect(join.remove(['a'])).toEqual(['b']);
    expect(join.joined(second).hook).toBeDefined();
    join.clear();
    expect(join.joined(second)).toBe(second);
  });
});

describe('facts of the page hook', () => {
  const joined = (exchange: Partial<Exchange>, reported: Partial<HookCall>): Exchange => {
    const join = createHookJoin();
    const own = logged(exchange);
    join.put([own]);
    join.report('document', [call(reported)]);
    return join.joined(own);
  };

  it('says of each fact that the hook saw it', () => {
    const exchange = joined(
      {
        credentials: { known: true, value: 'same-origin', source: 'inferred' },
        mode: { known: false, why: '' },
        uploadListener: { known: false, why: '' },
      },
      { credentials: 'omit', mode: 'cors', uploadListener: true },
    );
    expect(exchange).toMatchObject({
      rawUrl: { known: true, value: '//api.shop.test/orders', source: 'page hook' },
      credentials: { known: true, value: 'omit', source: 'page hook' },
      mode: { known: true, value: 'cors', source: 'page hook' },
      uploadListener: { known: true, value: true, source: 'page hook' },
    });
  });

  it('is not believed against what went over the wire', () => {
    const seen = { known: true, value: 'include', source: 'network log' } as const;
    expect(joined({ credentials: seen }, { credentials: 'omit' }).credentials).toEqual(seen);
  });

  it('keeps what the hook could not tell', () => {
    const inferred = { known: true, value: true, source: 'inferred' } as const;
    expect(joined({ uploadListener: inferred }, { uploadListener: null }).uploadListener).toEqual(inferred);
    expect(joined({}, { uploadListener: null }).uploadListener).toEqual({
      known: false,
      why: 'the script asked for xhr.upload; the page hook cannot tell whether it still listens',
    });
  });

  it('lets the judge see containers that the agent cannot tag', () => {
    const page = pageFacts({ pattern: 'api' });
    const preflight = {
      status: 204,
      headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' },
    };
    const plain = {
      ...sampleExchange({
        url,
        api: 'fetch',
        document: `${shop}/`,
        preflight,
        response: { 'Access-Control-Allow-Origin': '*' },
      }),
      startedAt: 1_010,
    };
    expect(judge(plain, 'header', page).outcome).toBe('links');
    const verdict = judge(joined(plain, { container: 'array' }), 'header', page);
    expect(verdict).toMatchObject({ outcome: 'unlinked', reasons: [{ code: 'headers-array' }] });
  });

  it.each([
    [[{ name: 'X-DTC', value: xDtc[1] }], null, true],
    [[{ name: 'x-dtc', value: 'sn="v_4_srv_1_sn_A", v="1", app="a", r=""' }], null, false],
    [[], null, null],
    [
      [{ name: 'x-dtc', value: xDtc[1] }],
      { id: 't', effect: { kind: 'header-added', headers: ['x-dtc'] } } as const,
      null,
    ],
  ] as const)('tells by the agent’s header whether an action was open', (headers, trial, expected) => {
    const fact = actionOpen(call({ headers, trial }));
    expect(fact.known ? fact.value : null).toBe(expected);
  });
});
