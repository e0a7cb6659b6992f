import { describe, expect, it } from 'vitest';
import { exchangesFromHar } from '../../../../src/core/exchange/from-har';
import { preflightRank } from '../../../../src/core/exchange/preflight-pairing';
import { harEntry, preflightEntry, record, type EntryShape } from './har-entry';

describe('preflightRank', () => {
  const wantsDtc = { headers: { 'Access-Control-Request-Headers': 'x-dtc,content-type' } };
  it.each<[string, EntryShape & { asksFor?: string }, EntryShape, number | null]>([
    ['right after the request', { at: 2 }, {}, 0],
    ['before the request, as a proxy sees it', {}, { at: 40 }, 1],
    ['another method', { asksFor: 'PUT' }, {}, null],
    ['the same method of another case', { asksFor: 'patch' }, { method: 'PATCH' }, null],
    ['another origin', { headers: { Origin: 'https://frame.test' } }, {}, null],
    ['an origin that a redirect made null', { at: 2 }, { headers: { Origin: 'null' } }, 0],
    ['an Origin that the request does not show', { at: 2 }, { headers: { Origin: '' }, status: 0 }, 0],
    ['refused, though the request was answered', { at: 2, status: 403 }, {}, null],
    ['refused, and the request was not sent', { at: 2, status: 403 }, { status: 0 }, 0],
    ['unanswered, and the request was not sent', { at: 2, status: 0 }, { status: 0 }, 0],
    ['all headers shown', { at: 2, ...wantsDtc }, { headers: { 'X-dtc': 'v', 'Content-Type': 'text/x' } }, 0],
    ['a header not shown on the wire', { at: 2, ...wantsDtc }, { headers: { 'X-dtc': 'v' } }, null],
    ['a header not shown, of a request that was not sent', { at: 2, ...wantsDtc }, { status: 0 }, 2],
    [
      'a header that sanitised logs lack',
      { at: 2, headers: { 'Access-Control-Request-Headers': 'authorization' } },
      {},
      0,
    ],
    ["Chromium: inside the request's time", { at: 3, time: 10 }, { type: 'fetch' }, 0],
    ["Chromium: after the request's end", { at: 200 }, { type: 'fetch' }, null],
    ["Firefox: after the request's end, whose time starts late", { at: 200 }, {}, 0],
    ['long before', { at: -5_000 }, {}, null],
    ['long after', { at: 5_000 }, {}, null],
  ])('%s: %#', (_name, preflight, request, rank) => {
    expect(preflightRank(record(preflightEntry(preflight)), record(harEntry(request)))).toBe(rank);
  });
});

const shapes = (entries: Parameters<typeof exchangesFromHar>[0]['log']['entries']): string[] =>
  exchangesFromHar({ log: { entries } }).map(
    ({ api, hops: [{ preflight, startedAt }] }) =>
      `${api}@${startedAt % 1e5}${preflight ? `<${preflight.startedAt % 1e5}` : ''}`,
  );

describe('preflights of several calls to one URL', () => {
  const put = { method: 'PUT', type: 'fetch' };

  it('belong to one request each, the first to the first', () => {
    const entries = [0, 1, 2].flatMap((at) => [
      harEntry({ ...put, at }),
      preflightEntry({ asksFor: 'PUT', at: at + 3 }),
    ]);
    expect(shapes(entries)).toEqual(['fetch@0<3', 'fetch@1<4', 'fetch@2<5']);
  });

  it('have a request left for each of them, where the last one waits for a connection', () => {
    const entries = [
      harEntry({ ...put, at: 0, time: 40 }),
      harEntry({ ...put, at: 2, time: 300 }),
      preflightEntry({ asksFor: 'PUT', at: 4, time: 20 }),
      preflightEntry({ asksFor: 'PUT', at: 5, time: 150 }),
    ];
    expect(shapes(entries)).toEqual(['fetch@0<4', 'fetch@2<5']);
  });

  it('leave a call alone that was covered by the preflight cache', () => {
    const entries = [
      harEntry({ ...put, at: 0 }),
      preflightEntry({ asksFor: 'PUT', at: 2 }),
      harEntry({ ...put, at: 1_000 }),
      harEntry({ ...put, at: 9_000 }),
      preflightEntry({ asksFor: 'PUT', at: 9_003 }),
    ];
    expect(shapes(entries)).toEqual(['fetch@0<2', 'fetch@1000', 'fetch@9000<9003']);
  });

  it('stay visible where the request does not appear', () => {
    const entries = [preflightEntry({ asksFor: 'PUT', status: 403 }), harEntry({ method: 'PUT', at: 500 })];
    expect(shapes(entries)).toEqual(['preflight@0', 'script@500']);
  });

  it('are told apart by the headers that they ask for', () => {
    const tagged = { ...put, headers: { 'x-dtc': 'v' } };
    const asks = { asksFor: 'PUT', headers: { 'Access-Control-Request-Headers': 'x-dtc' } };
    const entries = [
      harEntry({ ...put, at: 0 }),
      harEntry({ ...tagged, at: 1 }),
      preflightEntry({ ...asks, at: 2 }),
      preflightEntry({ asksFor: 'PUT', at: 3 }),
    ];
    expect(shapes(entries)).toEqual(['fetch@0<3', 'fetch@1<2']);
  });
});
