import type { Har as HarFormat } from 'har-format';
import { describe, expect, it } from 'vitest';
import { createExchangeLog } from '../../../../src/core/exchange/exchange-log';
import { readHar } from '../../../../src/core/exchange/from-har';
import type { Har } from '../../../../src/core/exchange/har';
import { API, harEntry, PAGE, preflightEntry } from './har-entry';

describe('createExchangeLog', () => {
  it('shows a preflight until its request arrives, then as part of it', () => {
    const log = createExchangeLog();
    const alone = log.add([preflightEntry({ asksFor: 'PUT', status: 403 })]);
    expect(alone.added).toMatchObject([{ api: 'preflight', method: 'OPTIONS' }]);
    const claimed = log.add([harEntry({ method: 'PUT', status: 0 })]);
    expect(claimed.removed).toEqual([alone.added[0]!.id]);
    expect(claimed.added).toMatchObject([
      { method: 'PUT', hops: [{ preflight: { response: { status: 403 } } }] },
    ]);
    expect(log.all()).toEqual(claimed.added);
  });

  it('reports a call as changed when its preflight arrives later', () => {
    const log = createExchangeLog();
    const { added } = log.add([harEntry({ method: 'PUT' })]);
    expect(log.add([preflightEntry({ asksFor: 'PUT', at: 2 })])).toMatchObject({
      added: [],
      changed: [{ id: added[0]!.id, hops: [{ preflight: {} }] }],
      removed: [],
    });
  });

  it('counts equal calls of one millisecond once each', () => {
    const log = createExchangeLog();
    expect(log.add([harEntry(), harEntry()]).added).toHaveLength(2);
    expect(log.add([harEntry()]).added).toHaveLength(1);
    expect(new Set(log.all().map(({ id }) => id)).size).toBe(3);
  });

  it('forgets twins one after the other, and takes no further one for one that is gone', () => {
    const log = createExchangeLog();
    const { ids } = log.add([harEntry(), harEntry(), harEntry()]);
    const [first, second, third] = ids.flatMap((id) => id ?? []);
    expect(log.forget([first!])).toEqual({ added: [], changed: [], removed: [first] });
    const [fourth] = log.add([harEntry()]).ids;
    expect(log.all().map(({ id }) => id)).toEqual([second, third, fourth]);
    expect(fourth).not.toBe(first);
    log.forget([second!, third!, fourth!]);
    expect(log.all()).toEqual([]);
    expect(log.add([harEntry()]).ids).toEqual([first]);
  });

  it('still knows of a page and a worker whose requests are forgotten', () => {
    const log = createExchangeLog();
    const { ids } = log.add([
      harEntry({ url: `${PAGE}/shop`, headers: { 'Sec-Fetch-Dest': 'document' }, pageref: 'page_1' }),
      harEntry({ url: `${PAGE}/worker.js`, headers: { 'Sec-Fetch-Dest': 'worker' } }),
    ]);
    const byWorker = { stack: { callFrames: [{ url: `${PAGE}/worker.js` }] } };
    log.add([{ ...harEntry({ pageref: 'page_1' }), _initiator: byWorker }]);
    log.forget(ids.flatMap((id) => id ?? []));
    log.add([{ ...harEntry({ pageref: 'page_1', at: 9 }), _initiator: byWorker }]);
    const known = { api: 'worker', documentUrl: `${PAGE}/shop` };
    expect(log.all()).toMatchObject([known, known]);
  });

  it('takes in what is told anew of one of several twins, and of no other', () => {
    const log = createExchangeLog();
    const { ids } = log.add([harEntry({ status: 0, time: 0 }), harEntry({ status: 0, time: 0 })]);
    const [first, second] = ids.flatMap((id) => id ?? []);
    const { added, changed } = log.renew([{ id: second!, entry: harEntry() }]);
    expect([added, changed.map(({ id }) => id)]).toEqual([[], [second]]);
    expect(log.get(first!)?.hops[0]?.response).toBeNull();
    expect(log.get(second!)?.hops[0]?.response).not.toBeNull();
  });

  it('passes over what is told anew of a request that is forgotten, or no call', () => {
    const log = createExchangeLog();
    const picture = { ...harEntry({ url: `${PAGE}/a.png` }), _resourceType: 'image' };
    const { ids } = log.add([harEntry({ status: 0, time: 0 }), picture]);
    const [gone, other] = ids.flatMap((id) => id ?? []);
    log.forget([gone!]);
    log.renew([
      { id: gone!, entry: harEntry() },
      { id: other!, entry: picture },
    ]);
    expect(log.all()).toEqual([]);
  });

  it('takes the fuller view of a request, whichever comes first', () => {
    const pending = harEntry({ status: 0, time: 0 });
    const complete = harEntry({ pageref: 'page_1' });
    for (const [first, second] of [
      [pending, complete],
      [complete, pending],
    ] as const) {
      const log = createExchangeLog();
      const { ids } = log.add([first]);
      log.renew([{ id: ids[0]!, entry: second }]);
      expect(log.all()).toMatchObject([{ pageref: 'page_1', hops: [{ response: { status: 200 } }] }]);
    }
  });

  it('learns later who made a request and who answered it', () => {
    const load = harEntry({ url: `${PAGE}/worker.js`, headers: { 'Sec-Fetch-Dest': 'worker' } });
    const bare = harEntry({ headers: { 'Sec-Fetch-Dest': 'empty' } });
    const told = {
      ...bare,
      _initiator: { stack: { callFrames: [{ url: `${PAGE}/worker.js` }] } },
      _fetchedViaServiceWorker: true,
    };
    for (const [first, second] of [
      [bare, told],
      [told, bare],
    ] as const) {
      const log = createExchangeLog();
      const { ids } = log.add([load, first]);
      log.renew([{ id: ids[1]!, entry: second }]);
      expect(log.all()).toMatchObject([{ api: 'worker', servedByServiceWorker: true }]);
    }
  });

  it('drops what turns out to be no call', () => {
    const log = createExchangeLog();
    const { ids } = log.add([harEntry({ mimeType: '', status: 0 })]);
    const { removed } = log.renew([{ id: ids[0]!, entry: harEntry({ mimeType: 'text/javascript' }) }]);
    expect(removed).toEqual(ids);
    expect(log.all()).toEqual([]);
  });

  it.each([
    ['a file', `${PAGE}/worker.js`],
    ['a long data: URL', `data:text/javascript,${'x'.repeat(5_000)}`],
  ])('knows a worker’s calls once the worker’s script was seen: %s', (_, script) => {
    const log = createExchangeLog();
    const call = harEntry({
      type: 'fetch',
      initiator: { type: 'script', stack: { callFrames: [{ url: script }] } },
    });
    expect(log.add([call]).added).toMatchObject([{ api: 'fetch' }]);
    const load = harEntry({ url: script, type: 'script', headers: { 'Sec-Fetch-Dest': 'worker' } });
    expect(log.add([load]).changed).toMatchObject([{ api: 'worker' }]);
  });

  it('learns the page from its document, or from the log', () => {
    const log = createExchangeLog();
    log.add([harEntry({ pageref: 'page_1', at: 50 })]);
    const frame = harEntry({ url: `${PAGE}/frame`, type: 'document', pageref: 'page_1', at: 20 });
    const page = harEntry({ url: `${PAGE}/shop`, type: 'document', pageref: 'page_1' });
    expect(log.add([frame]).changed).toMatchObject([{ pageUrl: `${PAGE}/frame` }]);
    expect(log.add([page]).changed).toMatchObject([{ pageUrl: `${PAGE}/shop` }]);
    const pages = [{ id: 'page_1', title: `${PAGE}/told` }];
    expect(log.add([], { pages }).changed).toMatchObject([{ pageUrl: `${PAGE}/told` }]);
  });

  it('takes the page that was open where an entry names none', () => {
    const log = createExchangeLog();
    const pages = [
      { id: 'a', title: `${PAGE}/a`, startedDateTime: '2026-05-01T09:00:00Z' },
      { id: 'b', title: `${PAGE}/b`, startedDateTime: '2026-05-01T09:59:00Z' },
      { id: 'c', title: `${PAGE}/c`, startedDateTime: '2026-05-01T11:00:00Z' },
    ];
    expect(log.add([harEntry()], { pages }).added).toMatchObject([{ pageUrl: `${PAGE}/b` }]);
  });

  it('forgets everything when cleared', () => {
    const log = createExchangeLog();
    const { added } = log.add([harEntry({ headers: { Cookie: 'a=1' } })]);
    log.clear();
    expect(log.all()).toEqual([]);
    expect(log.get(added[0]!.id)).toBeUndefined();
    expect(log.add([harEntry()]).added).toMatchObject([{ id: added[0]!.id, cookiesVisible: false }]);
  });

  it('names what cannot be read and keeps the rest', () => {
    const entries = [null, harEntry(), { request: { method: 'GET', url: '/x' } }] as Har['log']['entries'];
    expect(createExchangeLog().add(entries)).toMatchObject({
      added: [{ url: API }],
      problems: [
        { index: 0, what: 'the entry is not an object' },
        { index: 2, what: 'request.url is not an absolute URL: /x' },
      ],
    });
  });

  it('counts what is no call', () => {
    const entries = [harEntry({ type: 'image' }), harEntry({ type: 'font' }), harEntry({ type: 'document' })];
    expect(createExchangeLog().add(entries).ignored).toEqual({ subresource: 2, navigation: 1 });
  });
});

describe('readHar', () => {
  it.each([null, undefined, {}, { log: null }, { log: {} }, { log: { entries: 'none' } }, []])(
    'says that %j is no HAR',
    (har) => {
      expect(readHar(har as unknown as Har)).toEqual({
        exchanges: [],
        problems: [{ index: -1, what: 'log.entries is missing: this is no HAR' }],
        ignored: {},
      });
    },
  );

  it('takes the types of har-format', () => {
    const har: HarFormat = {
      log: { version: '1.2', creator: { name: 'x', version: '1' }, entries: [] },
    };
    expect(readHar(har).exchanges).toEqual([]);
  });
});
