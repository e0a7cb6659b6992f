import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type {
  RecordedItem,
  RecorderCommand,
  RecorderMessage,
  RecorderState,
} from '../../../../src/protocol/recorder';
import { recorderVersion } from '../../../../src/protocol/recorder';
import type { ConnectionState } from '../../../../src/protocol/reconnect';
import type { PanelView } from '../../../../src/protocol/panel-view';
import type { HookCall } from '../../../../src/core/exchange/hook-call';
import type { BackgroundEvent } from '../../../../src/protocol/background-rpc';
import { createPanelStore } from '../../../../src/panel/store/panel-store';
import type { Row } from '../../../../src/panel/store/types';
import type { SlimEntry } from '../../../../src/protocol/slim-entry';
import { createFakeBackground } from './fake-background';
import { createFakePage, reading } from './fake-page';
import { createManualScheduler } from './manual-scheduler';
import { createMemorySettings } from './settings/memory-settings';
import { inlineWorkers } from '../workers/inline-workers';

const settled = () => new Promise((resolve) => setImmediate(resolve));
const base = 1_000_000;
const state: RecorderState = {
  recording: true,
  preserveLog: false,
  since: base,
  url: 'https://app.shop.test/',
  loadStartedAt: 500,
  dropped: 0,
  capacity: { items: 50_000, characters: 1_000_000 },
  problems: [],
};

type Headers = Readonly<Record<string, string>>;
const fields = (headers: Headers) => Object.entries(headers).map(([name, value]) => ({ name, value }));

interface Call {
  path: string;
  host?: string;
  at?: number;
  method?: string;
  type?: string;
  status?: number;
  request?: Headers;
  response?: Headers;
}

function entry({
  path,
  host = 'api.shop.test',
  at = 0,
  method = 'GET',
  type = 'fetch',
  status = 200,
  request,
  response,
}: Call): SlimEntry {
  return {
    startedDateTime: new Date(base + at).toISOString(),
    time: 20,
    _resourceType: type,
    _initiator: { type: 'script', stack: { callFrames: [{ url: 'https://app.shop.test/shop.js' }] } },
    request: {
      method,
      url: `https://${host}/${path}`,
      headers: fields({
        origin: 'https://app.shop.test',
        referer: 'https://app.shop.test/',
        'sec-fetch-mode': 'cors',
        ...request,
      }),
    },
    response: { status, headers: fields({ 'access-control-allow-origin': '*', ...response }) },
  };
}

async function setUp({ pattern = 'nothing' as string | null, tick = 0 } = {}) {
  const time = createManualScheduler({ tick });
  const page = createFakePage(reading(pattern));
  const posted: RecorderCommand[] = [];
  const storage = createMemorySettings();
  const background = createFakeBackground();
  let say: (message: unknown) => void = () => {};
  let setConnection: (state: ConnectionState) => void = () => {};
  let nextId = 1;
  const store = createPanelStore({
    line: {
      post: (message) => void posted.push(message),
      onMessage: (listener) => {
        say = listener;
        return () => {};
      },
      onState: (listener) => {
        setConnection = listener;
        listener('connecting');
        return () => {};
      },
      close: () => {},
    },
    page,
    storage,
    theme: signal<'light' | 'dark'>('light'),
    scheduler: time.scheduler,
    engine: 'chromium',
    workers: inlineWorkers,
    site: { background: background.client, requestAccess: null, newId: () => 'id', clock: () => base },
  });
  await settled();
  const tell = (message: RecorderMessage) => say(message);
  const record = (...calls: (Call | { navigation: string; at: number })[]) => {
    const items = calls.map((call): RecordedItem =>
      'navigation' in call
        ? { kind: 'navigation', id: nextId++, url: call.navigation, at: base + call.at }
        : { kind: 'entry', id: nextId++, entry: entry(call) },
    );
    tell({ type: 'items', items, remaining: 0 });
    time.frame();
  };
  return { store, page, posted, storage, background, tell, say, record, time, setConnection };
}

const shape = (rows: Iterable<Row>): string[] =>
  [...rows].map((row) => {
    switch (row.kind) {
      case 'endpoint':
        return `${row.expanded ? 'v' : '>'} ${row.endpoint.key} ×${row.endpoint.count}`;
      case 'exchange':
        return `${'  '.repeat(row.depth)}${row.exchange.method} ${row.exchange.url}`;
      case 'preflight':
        return `${'  '.repeat(row.depth)}preflight`;
      case 'navigation':
        return `→ ${row.url}`;
    }
  });

describe('the table', () => {
  it('groups by endpoint and opens one', async () => {
    const { store, record } = await setUp();
    record({ path: 'cart/1' }, { path: 'cart/2', at: 5 }, { path: 'stock', at: 9 });
    expect(shape(store.table.rows.value)).toEqual([
      '> GET https://api.shop.test/cart/{id} ×2',
      '> GET https://api.shop.test/stock ×1',
    ]);
    store.table.toggleEndpoint('GET https://api.shop.test/cart/{id}');
    expect(shape(store.table.rows.value)).toEqual([
      'v GET https://api.shop.test/cart/{id} ×2',
      '  GET https://api.shop.test/cart/1',
      '  GET https://api.shop.test/cart/2',
      '> GET https://api.shop.test/stock ×1',
    ]);
  });

  it('shows preflights below their call, also when they come later', async () => {
    const { store, record } = await setUp();
    store.table.grouped.value = false;
    record({ path: 'cart', method: 'PUT', at: 1 });
    record({
      path: 'cart',
      method: 'OPTIONS',
      type: 'preflight',
      status: 204,
      request: { 'access-control-request-method': 'PUT' },
    });
    expect(shape(store.table.rows.value)).toEqual(['PUT https://api.shop.test/cart', '  preflight']);
    expect(store.table.total.value).toBe(1);
  });

  it('puts navigations between the calls in order of time only', async () => {
    const { store, record } = await setUp();
    store.table.grouped.value = false;
    record({ path: 'b', at: 1 }, { navigation: 'https://app.shop.test/next', at: 50 }, { path: 'a', at: 60 });
    const b = 'GET https://api.shop.test/b';
    const a = 'GET https://api.shop.test/a';
    const next = '→ https://app.shop.test/next';
    expect(shape(store.table.rows.value)).toEqual([b, next, a]);
    store.table.sort.value = { column: 'started', direction: 'descending' };
    expect(shape(store.table.rows.value)).toEqual([a, next, b]);
    store.table.filter.value = 'nothing-like-it';
    expect(shape(store.table.rows.value)).toEqual([next]);
    store.table.filter.value = '';
    store.table.sort.value = { column: 'url', direction: 'ascending' };
    expect(shape(store.table.rows.value)).toEqual([a, b]);
  });

  it('puts a call that began before the last navigation before it, however late it is told', async () => {
    const { store, record } = await setUp();
    store.table.grouped.value = false;
    record({ path: 'a', at: 1 }, { navigation: 'https://app.shop.test/next', at: 50 });
    record({ path: 'slow', at: 40 });
    expect(shape(store.table.rows.value)).toEqual([
      'GET https://api.shop.test/a',
      'GET https://api.shop.test/slow',
      '→ https://app.shop.test/next',
    ]);
  });

  it('brings a burst in with one frame', async () => {
    const { store, tell, time } = await setUp();
    store.table.grouped.value = false;
    let changes = -1;
    store.table.rows.subscribe(() => (changes += 1));
    for (let id = 1; id <= 100; id++) {
      tell({
        type: 'items',
        items: [{ kind: 'entry', id, entry: entry({ path: `${id}`, at: id }) }],
        remaining: 0,
      });
    }
    expect(changes).toBe(0);
    time.frame();
    expect(changes).toBe(1);
    expect(store.table.rows.value).toHaveLength(100);
  });

  it('leaves the rows of known calls as they are', async () => {
    const { store, record } = await setUp();
    store.table.grouped.value = false;
    record({ path: 'a' });
    const before = store.table.rows.value.at(0);
    record({ path: 'b', at: 5 });
    expect(store.table.rows.value).toHaveLength(2);
    expect(store.table.rows.value.at(0)).toBe(before);
  });

  it('counts what the filter shows, completes, and tells what is wrong with it', async () => {
    const { store, record } = await setUp();
    record({ path: 'cart' }, { path: 'stock', host: 'api.partner.test', at: 3 });
    store.table.filter.value = 'is:cross-site';
    expect([store.table.shown.value, store.table.total.value]).toEqual([1, 2]);
    store.table.invert.value = true;
    expect(shape(store.table.rows.value)).toEqual(['> GET https://api.shop.test/cart ×1']);
    expect(store.table.complete('host:api.p', 10)).toEqual(['host:api.partner.test']);
    store.table.filter.value = '/(/';
    expect(store.table.filterError.value).not.toBeNull();
  });

  it('keeps the details of a call that the filter hides, and forgets those of one that is gone', async () => {
    const { store, record, tell, time } = await setUp();
    record({ path: 'cart' });
    store.table.move('first');
    expect(store.table.selected.value?.kind).toBe('endpoint');
    store.table.grouped.value = false;
    store.table.move('first');
    store.table.filter.value = 'other';
    expect(store.table.selected.value).toMatchObject({ kind: 'exchange' });
    tell({ type: 'reset' });
    time.frame();
    expect(store.table.selected.value).toBeNull();
  });

  it('moves the selection and stays within the rows', async () => {
    const { store, record } = await setUp();
    store.table.grouped.value = false;
    record({ path: 'a' }, { path: 'b', at: 1 }, { path: 'c', at: 2 });
    const { table } = store;
    const at = () => table.rows.value.indexOf(table.selectedKey.value!);
    const walk = ([1, 1, 1, 1, -1, 'last', -10, 'first', 10] as const).map((to) => {
      table.move(to);
      return at();
    });
    expect(walk).toEqual([0, 1, 2, 2, 1, 2, 0, 0, 2]);
  });
});

describe('verdicts', () => {
  it('are given anew when the pattern changes, with its counts and the summary', async () => {
    const { store, record, time } = await setUp();
    store.table.grouped.value = false;
    record({ path: 'cart' }, { path: 'stock', at: 3 });
    expect(store.pattern.counts.value).toMatchObject({ matched: 0, unmatched: 2, breaks: 0 });
    const outcomes = () =>
      [...store.table.rows.value].map((row) =>
        row.kind === 'exchange' ? row.verdicts.header.reasons[0]?.code : '',
      );
    expect(outcomes()).toEqual(['regex-no-match', 'regex-no-match']);
    store.pattern.edit('/cart');
    time.frame();
    expect(outcomes()).toEqual(['preflight-not-seen', 'regex-no-match']);
    expect(store.pattern.counts.value).toMatchObject({ matched: 1, unmatched: 1, breaks: 0 });
    expect(store.summary.summary.value.header).toMatchObject({ unknown: 1, unlinked: 1 });
    expect(store.summary.answer.value).toContain('1 endpoint');
    store.pattern.edit('(cart');
    time.frame();
    expect(store.summary.answer.value).toBe('Not yet: the pattern is not a valid regular expression.');
  });

  it('are renewed in slices, those that are shown first', async () => {
    const { store, record, time } = await setUp({ tick: 1 });
    record(...Array.from({ length: 30 }, (_, n) => ({ path: `p${n}`, at: n })));
    store.table.filter.value = 'p3';
    store.table.grouped.value = false;
    expect(store.judging.value).toBeNull();
    store.pattern.edit('shop');
    expect(store.judging.value).toMatchObject({ total: 30 });
    expect(store.judging.value?.done).toBeLessThan(30);
    time.frame();
    expect([...store.table.rows.value].map((row) => row.kind === 'exchange' && row.matched)).toEqual([true]);
    expect(store.pattern.counts.value.unmatched).toBeGreaterThan(0);
    time.advance(1000);
    time.frame();
    expect(store.judging.value).toBeNull();
    expect(store.pattern.counts.value).toMatchObject({ matched: 30, unmatched: 0 });
  });

  it('wait until the page was asked', async () => {
    const { store, page, tell, time } = await setUp();
    expect(page.questions).toBe(1);
    tell({ type: 'items', items: [{ kind: 'entry', id: 1, entry: entry({ path: 'a' }) }], remaining: 0 });
    expect(store.table.total.value).toBe(0);
    time.frame();
    expect(store.table.total.value).toBe(1);
  });

  it('follow the agent that the page has after a navigation', async () => {
    const { store, record, page, tell, time } = await setUp();
    record({ path: 'cart' });
    page.answer = { ok: true, reading: reading('cart', { url: 'https://app.shop.test/2' }) };
    tell({ type: 'state', version: recorderVersion, state: { ...state, url: 'https://app.shop.test/2' } });
    await settled();
    time.frame();
    expect(store.pattern.deployed.value).toBe('cart');
    expect(store.pattern.counts.value.matched).toBe(1);
  });

  it('leave the agent’s own beacons out of the summary and the endpoints, but not out of the flat list', async () => {
    const { store, record } = await setUp();
    record({
      path: 'rb_1234?type=js3&sn=v_4&flavor=post&modifiedSince=1',
      host: 'app.shop.test',
      method: 'POST',
    });
    expect(store.table.total.value).toBe(1);
    expect(store.summary.answer.value).toBe('Nothing recorded yet.');
    expect([...store.table.rows.value]).toEqual([]);
    store.table.grouped.value = false;
    expect([...store.table.rows.value]).toMatchObject([{ kind: 'exchange', depth: 0 }]);
  });
});

describe('the recorder’s mirror', () => {
  it('shows its state and passes commands on', async () => {
    const { store, tell, posted, page, setConnection } = await setUp();
    setConnection('live');
    tell({
      type: 'state',
      version: recorderVersion,
      state: { ...state, recording: false, dropped: 7, problems: ['odd'] },
    });
    const { recording } = store;
    expect(recording.connection.value).toBe('live');
    expect(recording.recording.value).toBe(false);
    expect(recording.dropped.value).toBe(7);
    expect(recording.problems.value).toEqual(['odd']);
    recording.setRecording(true);
    recording.setPreserveLog(true);
    recording.clear();
    recording.reloadPage();
    expect(posted).toEqual([
      { type: 'set-recording', on: true },
      { type: 'set-preserve-log', on: true },
      { type: 'clear' },
    ]);
    expect(page.reloads).toBe(1);
  });

  it('starts anew on a reset and takes the log again', async () => {
    const { store, record, tell, time } = await setUp();
    record({ path: 'a' }, { path: 'b', at: 1 });
    tell({ type: 'reset' });
    tell({
      type: 'items',
      items: [{ kind: 'entry', id: 2, entry: entry({ path: 'b', at: 1 }) }],
      remaining: 0,
    });
    time.frame();
    expect(shape(store.table.rows.value)).toEqual(['> GET https://api.shop.test/b ×1']);
    expect(store.summary.summary.value.header.unlinked).toBe(1);
  });

  it.each([
    ['grouped', true, 0],
    ['flat', false, 0],
    // every look at the clock is longer than a slice: it takes many frames
    ['grouped, in slices', true, 20],
    ['flat, in slices', false, 20],
  ])('drops what is named, and is then like a panel that never had it: %s', async (_, grouped, tick) => {
    const calls = [
      { navigation: 'https://app.shop.test/', at: 0 },
      ...Array.from({ length: 120 }, (_item, n) => ({ path: `things-${n % 7}/x${n}`, at: 10 + 10 * n })),
      { path: 'cart', method: 'OPTIONS', at: 1205, request: { 'access-control-request-method': 'PUT' } },
      { path: 'cart', method: 'PUT', at: 1206, type: 'xhr' },
      { navigation: 'https://app.shop.test/next', at: 1250 },
      ...Array.from({ length: 130 }, (_item, n) => ({ path: `things-${n % 7}/y${n}`, at: 1300 + 10 * n })),
    ];
    const own = await setUp({ pattern: 'things-3', tick });
    own.store.table.grouped.value = grouped;
    own.record(...calls.slice(0, 200));
    while (own.time.frame() > 0);
    const last = [...own.store.table.rows.value].at(-1);
    // the preflight goes, its request stays; what has not been taken in yet goes, too
    own.record(...calls.slice(200));
    const kept = 122;
    own.tell({ type: 'drop', before: kept + 1 });
    while (own.time.frame() > 0);

    const other = await setUp({ pattern: 'things-3' });
    other.store.table.grouped.value = grouped;
    other.record(...calls.slice(kept));
    while (other.time.frame() > 0);

    expect(shape(own.store.table.rows.value)).toEqual(shape(other.store.table.rows.value));
    expect(shape(own.store.table.rows.value).join('\n')).not.toContain('preflight');
    expect(own.store.table.total.value).toBe(131);
    expect(own.store.summary.summary.value).toEqual(other.store.summary.summary.value);
    expect(own.store.pattern.counts.value).toEqual(other.store.pattern.counts.value);
    if (!grouped) expect([...own.store.table.rows.value]).toContain(last);
    own.store.pattern.edit('things-4');
    other.store.pattern.edit('things-4');
    for (const { time } of [own, other])
      for (let n = 0; n < 300; n++) {
        time.advance(1);
        time.frame();
      }
    expect(own.store.pattern.counts.value).toEqual(other.store.pattern.counts.value);
    expect(own.store.pattern.counts.value.matched).toBeGreaterThan(0);
  });

  it('drops of what is still to be taken in', async () => {
    const { store, tell, time } = await setUp();
    const items = Array.from({ length: 9 }, (_, n): RecordedItem => {
      return { kind: 'entry', id: n + 1, entry: entry({ path: `${n + 1}`, at: n }) };
    });
    tell({ type: 'items', items, remaining: 0 });
    tell({ type: 'drop', before: 8 });
    time.frame();
    expect(store.table.total.value).toBe(2);
  });

  it('takes a fuller view of a known request for the same call', async () => {
    const { store, tell, time } = await setUp();
    store.table.grouped.value = false;
    const pending = { ...entry({ path: 'a', status: 0 }), time: 0 };
    tell({ type: 'items', items: [{ kind: 'entry', id: 1, entry: pending }], remaining: 0 });
    time.frame();
    tell({
      type: 'items',
      items: [{ kind: 'entry', id: 1, entry: entry({ path: 'a', status: 201 }) }],
      remaining: 0,
    });
    time.frame();
    expect([...store.table.rows.value]).toMatchObject([
      { exchange: { hops: [{ response: { status: 201 } }] } },
    ]);
  });

  it('says so when the recorder speaks another version', async () => {
    const { store, say } = await setUp();
    say({ type: 'state', version: recorderVersion + 1, state });
    expect(store.recording.problems.value.join()).toContain('reopen devtools');
  });

  it('narrows the table to an outcome and widens it again', async () => {
    const { store } = await setUp();
    store.summary.toggleOutcome('header', 'breaks');
    expect(store.table.filter.value).toBe('header:breaks');
    expect(store.summary.isNarrowedTo('header', 'breaks')).toBe(true);
    store.summary.toggleOutcome('header', 'breaks');
    expect(store.table.filter.value).toBe('');
  });
});

describe('what the user has set in the table', () => {
  const view: PanelView = {
    filter: 'cart',
    invert: false,
    grouped: false,
    sort: { column: 'url', direction: 'descending' },
    expanded: [],
    selected: null,
    detailOpen: true,
  };

  it('is told to the recorder, once per frame', async () => {
    const { store, posted, time } = await setUp();
    store.table.filter.value = 'c';
    store.table.filter.value = 'cart';
    store.table.grouped.value = false;
    time.frame();
    const told = posted.filter(({ type }) => type === 'remember');
    expect(told).toMatchObject([{ view: { filter: 'cart', grouped: false } }]);
  });

  it('comes back in a panel that is built anew', async () => {
    const { store, tell, record } = await setUp();
    tell({ type: 'view', view });
    record({ path: 'cart' }, { path: 'stock' });
    expect(store.table.filter.value).toBe('cart');
    expect(store.table.detailOpen.value).toBe(true);
    expect(shape(store.table.rows.value)).toEqual(['GET https://api.shop.test/cart']);
  });
});

describe('judging for another browser', () => {
  it('judges everything again, and remembers the choice', async () => {
    const { store, record, time, storage } = await setUp();
    record({ path: 'cart' });
    const before = store.table.rows.value;
    store.engines.judgeFor.value = 'firefox';
    await settled();
    time.advance(10);
    time.frame();
    expect(store.engines.judgedFor.value).toBe('firefox');
    expect(store.table.rows.value).not.toBe(before);
    expect(await storage.read('judge-for')).toBe('firefox');
  });
});

describe('the page hook’s reports', () => {
  const call = (path: string, at: number, more: Partial<HookCall> = {}): HookCall => ({
    n: at,
    api: 'fetch',
    at: base + at,
    url: `//api.shop.test/${path}`,
    method: 'GET',
    input: 'string',
    container: 'none',
    frozen: null,
    headers: [],
    mode: 'cors',
    credentials: 'omit',
    body: 'none',
    uploadListener: null,
    keepalive: false,
    sync: false,
    documentUrl: 'https://app.shop.test/',
    baseUrl: 'https://app.shop.test/',
    agent: 'running',
    trial: null,
    ...more,
  });
  const report = (...calls: HookCall[]): BackgroundEvent => ({
    type: 'hook-calls',
    document: 'document-1',
    frameId: 0,
    calls,
    dropped: 0,
  });
  const rawUrls = (rows: Iterable<Row>) =>
    [...rows].flatMap((row) => (row.kind === 'exchange' ? [row.exchange.rawUrl] : []));

  it('join their calls, whichever comes first', async () => {
    const { store, record, background, time } = await setUp();
    store.table.grouped.value = false;
    background.emit(report(call('first', 0)));
    record({ path: 'first', at: 5 }, { path: 'second', at: 100 });
    background.emit(report(call('second', 95)));
    time.frame();
    expect(rawUrls(store.table.rows.value)).toEqual([
      { known: true, value: '//api.shop.test/first', source: 'page hook' },
      { known: true, value: '//api.shop.test/second', source: 'page hook' },
    ]);
  });

  it('of a new page are kept when the log is emptied after them', async () => {
    const { store, tell, record, background } = await setUp();
    store.table.grouped.value = false;
    background.emit(report(call('early', 0)));
    tell({ type: 'reset' });
    record({ path: 'early', at: 5 });
    expect(rawUrls(store.table.rows.value)[0]).toMatchObject({ known: true, source: 'page hook' });
  });

  it('keep what a trial altered out of today’s verdicts', async () => {
    const { store, record, background, time } = await setUp();
    store.table.grouped.value = false;
    record({ path: 'altered', at: 5, request: { 'x-dtc': 'sn="v_4_srv_1_sn_A", v="1", app="a", r=""' } });
    background.emit(
      report(
        call('altered', 0, { trial: { id: 'trial', effect: { kind: 'header-added', headers: ['x-dtc'] } } }),
      ),
    );
    time.frame();
    const [row] = store.table.rows.value;
    expect(row?.kind === 'exchange' && row.verdicts.today.reasons[0]?.code).toBe('altered-by-trial');
  });
});
