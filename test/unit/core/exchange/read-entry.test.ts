import { describe, expect, it } from 'vitest';
import { readEntry, readPage } from '../../../../src/core/exchange/read-entry';
import { slimEntry } from '../../../../src/core/exchange/slim-entry';
import { API, harEntry, record, SESSION_START } from './har-entry';

describe('readEntry', () => {
  it.each<[unknown, string]>([
    [null, 'the entry is not an object'],
    ['GET /', 'the entry is not an object'],
    [{}, 'request is missing'],
    [{ request: null }, 'request is missing'],
    [{ request: { method: 'GET' } }, 'request.url is missing'],
    [{ request: { url: 7, method: 'GET' } }, 'request.url is missing'],
    [{ request: { url: API } }, 'request.method is missing'],
    [{ request: { url: '/orders', method: 'GET' } }, 'request.url is not an absolute URL: /orders'],
    [
      { request: { url: 'https://[oops/', method: 'GET' } },
      'request.url is not an absolute URL: https://[oops/',
    ],
  ])('says what makes %j unreadable', (entry, what) => expect(readEntry(entry)).toEqual({ ok: false, what }));

  it('shortens a URL of megabytes in what it says', () => {
    const read = readEntry({ request: { url: 'x'.repeat(1e6), method: 'GET' } });
    expect(!read.ok && read.what.length).toBeLessThan(200);
  });

  it('reads an entry that has nothing but method and URL, and says that its time is unknown', () => {
    expect(readEntry({ request: { method: 'GET', url: API } })).toMatchObject({
      ok: true,
      flaw: 'startedDateTime is not a date',
      record: {
        url: API,
        origin: 'https://api.shop.test',
        startedAt: 0,
        duration: 0,
        response: null,
        requestHeaders: [],
      },
    });
  });

  it.each([-1, NaN, Infinity, '12', null])('takes a time of %j as 0', (time) => {
    expect(record(harEntry({ extra: { time: time as number } })).duration).toBe(0);
  });

  it('reads the time with its zone', () => {
    const { startedAt } = record(harEntry({ extra: { startedDateTime: '2026-05-01T12:00:00.007+02:00' } }));
    expect(startedAt).toBe(SESSION_START + 7);
  });

  it('keeps order and doubles of headers, drops pseudo headers, and parts what a tool joined', () => {
    const headers = [
      { name: ':authority', value: 'api.shop.test' },
      { name: 'B', value: '1' },
      { name: 'a', value: '2' },
      { name: 'B', value: '3' },
      { name: '', value: 'nameless' },
      null,
      { name: 'X', value: 7 },
    ];
    const answer = [{ name: 'access-control-allow-origin', value: '*\nhttps://app.shop.test' }];
    const entry = {
      request: { method: 'GET', url: API, headers },
      response: { status: 200, headers: answer },
    };
    const read = readEntry(entry);
    expect(read).toMatchObject({
      ok: true,
      record: {
        requestHeaders: [
          ['B', '1'],
          ['a', '2'],
          ['B', '3'],
          ['X', ''],
        ],
        response: {
          headers: [
            ['access-control-allow-origin', '*'],
            ['access-control-allow-origin', 'https://app.shop.test'],
          ],
        },
        headersOnWire: true,
      },
    });
  });

  it('puts parsed cookies into a Cookie header where the log has none', () => {
    const cookies = [{ name: 'dtCookie', value: 'v_4_srv_1_sn_ABC' }, null, { name: 'theme' }];
    const request = { method: 'GET', url: API, cookies };
    const cookie = ['Cookie', 'dtCookie=v_4_srv_1_sn_ABC; theme='];
    expect(readEntry({ request })).toMatchObject({
      record: { requestHeaders: [cookie], carriesCookies: true },
    });
    const slim = slimEntry({ request: { ...request, cookies: [{ name: 'a' }] } });
    expect(readEntry(slim)).toMatchObject({ record: { requestHeaders: [['Cookie', 'a=']] } });
    const headers = [{ name: 'cookie', value: 'theme=dark' }];
    expect(readEntry({ request: { ...request, headers } })).toMatchObject({
      record: { requestHeaders: [['cookie', 'theme=dark']] },
    });
  });

  it.each([
    ['/next', 'https://api.shop.test/next'],
    ['//other.test/x', 'https://other.test/x'],
    ['https://other.test', 'https://other.test/'],
    ['http://[oops', null],
    ['', null],
  ])('resolves a redirect to %j', (redirectURL, target) => {
    expect(record(harEntry({ status: 302, redirectURL })).redirectTarget).toBe(target);
  });

  it('finds the redirect in Location where redirectURL is empty', () => {
    const { redirectTarget } = record(harEntry({ status: 307, answer: { Location: 'again' } }));
    expect(redirectTarget).toBe('https://api.shop.test/again');
  });

  it.each([
    [{ _error: 'net::ERR_FAILED' }, 'net::ERR_FAILED'],
    [{ _failureText: 'blocked' }, 'blocked'],
    [{ _error: '' }, null],
    [{}, null],
  ])('reads the failure of %j', (response, error) => {
    const entry = harEntry();
    expect(record({ ...entry, response: { ...entry.response, ...response } }).error).toBe(error);
  });

  it('gives the same id however often, and another one to another request', () => {
    const ids = [
      harEntry(),
      harEntry(),
      harEntry({ at: 1 }),
      harEntry({ method: 'PUT' }),
      harEntry({ url: `${API}/2` }),
    ];
    expect(new Set(ids.map((entry) => record(entry).id)).size).toBe(4);
  });

  it('follows asynchronous stacks, and endless ones not for ever', () => {
    const stack: { callFrames: { url: string }[]; parent?: unknown } = {
      callFrames: [{ url: 'https://a.test/1.js' }],
    };
    stack.parent = {
      callFrames: [{ url: 'https://a.test/2.js' }, { url: 'https://a.test/1.js' }],
      parent: stack,
    };
    expect(record(harEntry({ initiator: { type: 'script', stack: stack as object } })).callers).toEqual([
      'https://a.test/1.js',
      'https://a.test/2.js',
    ]);
  });

  it('reads lone surrogates and a header of a megabyte', () => {
    const url = `${API}?q=\ud800`;
    const read = record(harEntry({ url, headers: { 'X-Long': 'x'.repeat(1e6) } }));
    expect(read.url).toBe(url);
    expect(read.requestHeaders.at(-1)![1]).toHaveLength(1e6);
  });
});

describe('readPage', () => {
  it.each<[unknown, unknown]>([
    [
      { id: 'p', title: 'https://a.test/x', startedDateTime: '2026-05-01T10:00:00Z' },
      { ref: 'p', url: 'https://a.test/x', startedAt: SESSION_START },
    ],
    [
      { id: 'p', title: 'Our shop' },
      { ref: 'p', url: null, startedAt: null },
    ],
    [{ title: 'https://a.test/' }, null],
    [7, null],
  ])('%j', (page, expected) => expect(readPage(page)).toEqual(expected));
});
