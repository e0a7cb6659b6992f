import { describe, expect, it } from 'vitest';
import { exchangesFromHar } from '../../../../src/core/exchange/from-har';
import type { HarEntry } from '../../../../src/core/exchange/har';
import { harEntry, preflightEntry } from './har-entry';

const A = 'https://api.shop.test/a';
const B = 'https://api.shop.test/b';
const C = 'https://api.partner.test/c';
const chains = (entries: HarEntry[]): string[] =>
  exchangesFromHar({ log: { entries } }).map(({ hops }) =>
    hops.map(({ method, url }) => `${method} ${url.slice(-1)}`).join(' > '),
  );

describe('redirects', () => {
  const first = harEntry({ url: A, status: 302, redirectURL: '/b#part', type: 'fetch' });
  const second = harEntry({ url: `${B}#part`, at: 20, status: 307, redirectURL: C, type: 'fetch' });
  const third = harEntry({ url: C, at: 40, type: 'fetch' });

  it.each([
    ['in order', [first, second, third]],
    ['last first', [third, second, first]],
    ['middle last', [first, third, second]],
  ])('are chained, %s', (_name, entries) => {
    expect(exchangesFromHar({ log: { entries } })).toMatchObject([
      { url: A, duration: 60, hops: [{}, {}, {}] },
    ]);
  });

  it.each([
    [301, 'POST', 'GET'],
    [302, 'POST', 'GET'],
    [303, 'POST', 'GET'],
    [303, 'PUT', 'GET'],
    [303, 'HEAD', 'HEAD'],
    [307, 'POST', 'POST'],
    [308, 'POST', 'POST'],
    [302, 'PUT', 'PUT'],
  ])('%i of a %s is followed by a %s', (status, method, next) => {
    const redirect = harEntry({ url: A, method, status, redirectURL: B });
    const follower = harEntry({ url: B, method: next, at: 20 });
    const stranger = harEntry({ url: B, method: next === 'POST' ? 'GET' : 'POST', at: 20 });
    expect(chains([redirect, follower])).toEqual([`${method} a > ${next} b`]);
    expect(chains([redirect, stranger])).toHaveLength(2);
  });

  it.each([
    ['200 with a Location', harEntry({ url: A, status: 200, redirectURL: B })],
    ['304', harEntry({ url: A, status: 304, redirectURL: B })],
    ['a redirect long ago', harEntry({ url: A, at: -10_000, status: 302, redirectURL: B })],
    ['one of another load of the page', harEntry({ url: A, status: 302, redirectURL: B, pageref: 'page_0' })],
    ['one of another kind', harEntry({ url: A, status: 302, redirectURL: B, type: 'xhr' })],
  ])('%s is no part of the chain', (_name, entry) => {
    expect(chains([entry, harEntry({ url: B, at: 20, pageref: 'page_1' })])).toHaveLength(2);
  });

  it('stay alone where the browser refused to follow', () => {
    expect(
      chains([harEntry({ url: A, status: 302, redirectURL: C, type: 'fetch', error: 'net::ERR_FAILED' })]),
    ).toEqual(['GET a']);
  });

  it('that lead back to their own URL are chained in the order of time', () => {
    const loop = [0, 20, 40].map((at) =>
      harEntry({ url: A, at, status: 302, redirectURL: A, type: 'fetch' }),
    );
    expect(chains(loop.toReversed())).toEqual(['GET a > GET a > GET a']);
  });

  it('in a circle within one instant lose nothing', () => {
    const there = harEntry({ url: A, time: 0, status: 302, redirectURL: B });
    const back = harEntry({ url: B, time: 0, status: 302, redirectURL: A });
    expect(exchangesFromHar({ log: { entries: [there, back] } })).toMatchObject([{ hops: [{}, {}] }]);
  });

  it('may have a preflight at each hop', () => {
    const entries = [
      harEntry({ url: A, status: 307, redirectURL: C, type: 'fetch', method: 'PUT' }),
      preflightEntry({ url: A, at: 2, asksFor: 'PUT', type: 'preflight' }),
      harEntry({ url: C, at: 20, type: 'fetch', method: 'PUT', headers: { Origin: 'null' } }),
      preflightEntry({ url: C, at: 21, asksFor: 'PUT', type: 'preflight', headers: { Origin: 'null' } }),
    ];
    expect(exchangesFromHar({ log: { entries } })).toMatchObject([
      {
        initiatorOrigin: 'https://app.shop.test',
        hops: [{ preflight: { url: A } }, { preflight: { url: C } }],
      },
    ]);
  });

  it('of a hundred thousand hops in a hostile file are read in reasonable time', { timeout: 30_000 }, () => {
    const entries = Array.from({ length: 100_000 }, (_, n) =>
      harEntry({ url: `${A}/${n}`, at: n, time: 1, status: 302, redirectURL: `${A}/${n + 1}` }),
    );
    expect(exchangesFromHar({ log: { entries } })).toHaveLength(1);
  });
});
