import { describe, expect, it } from 'vitest';
import { callersOf } from '../../../../src/core/exchange/call-stack';
import type { InspectedNetwork } from '../../../../src/devtools/inspected-network';
import type { CurrentLoad } from '../../../../src/protocol/current-load';
import { createRecorder } from '../../../../src/devtools/recorder/recorder';
import type { PanelView } from '../../../../src/protocol/panel-view';
import {
  parseRecorderMessage,
  type RecordedItem,
  type RecorderCommand,
  type RecorderMessage,
  type RecorderState,
} from '../../../../src/protocol/recorder';
import { createManualTimer } from '../../protocol/manual-timer';
import { memoryChannelPair } from '../../protocol/memory-channel';
import { harEntry } from './har-entry';

const start = 1_000_000;

function setUp({
  readingDisturbs = false,
  capacity = 1000,
  characters = 1_000_000,
  backlog = [] as unknown[],
} = {}) {
  const clock = createManualTimer(start);
  let finished: (entry: unknown) => void = () => {};
  let navigated: (url: string) => void = () => {};
  let log: unknown[] | Error = backlog;
  /** How often the page refuses before it answers. */
  let refusals = 0;
  let load: CurrentLoad | null = { url: 'https://app.shop.test/', startedAt: start - 500 };
  let questions = 0;
  const network: InspectedNetwork = {
    readingDisturbs,
    onRequestFinished: (listener) => (finished = listener),
    onNavigated: (listener) => (navigated = listener),
    readLog: async () => {
      questions += 1;
      if (log instanceof Error) throw log;
      return log;
    },
    currentLoad: async () => (refusals-- > 0 ? null : load),
  };
  const recorder = createRecorder({
    network,
    timer: clock.timer,
    now: clock.now,
    capacity: { items: capacity, characters },
  });
  /** Lets promises and the frames that are due go. */
  const settle = async (ms = 20) => {
    for (let round = 0; round < 4; round++) {
      await new Promise((resolve) => setImmediate(resolve));
      clock.advance(ms);
    }
  };
  return {
    clock,
    settle,
    recorder,
    finish: (entry: unknown) => finished(entry),
    navigate: async (to: CurrentLoad | null, url = to?.url ?? 'about:blank', refused = 0) => {
      load = to;
      refusals = refused;
      navigated(url);
      for (let round = 0; round < 10; round++) await settle(200);
    },
    setLog: (entries: unknown[] | Error) => (log = entries),
    questions: () => questions,
    panel: () => connectPanel(recorder),
  };
}

/** What a panel knows after the messages that reached it. */
function connectPanel(recorder: ReturnType<typeof createRecorder>) {
  const { left, right, cut } = memoryChannelPair<RecorderCommand, RecorderMessage>();
  const items = new Map<number, RecordedItem>();
  const panel = {
    items,
    state: null as RecorderState | null,
    view: null as PanelView | null,
    messages: 0,
    resets: 0,
    received: 0,
    cut,
  };
  left.onMessage((raw) => {
    const message = parseRecorderMessage(raw);
    panel.messages += 1;
    if (message === null) throw new Error('not a message');
    if (message.type === 'state') panel.state = message.state;
    if (message.type === 'view') panel.view = message.view;
    if (message.type === 'reset') {
      panel.resets += 1;
      items.clear();
    }
    if (message.type === 'drop') for (const id of items.keys()) if (id < message.before) items.delete(id);
    if (message.type === 'items') {
      panel.received += message.items.length;
      for (const item of message.items) items.set(item.id, item);
    }
  });
  recorder.serve(right);
  return {
    ...panel,
    get state() {
      return panel.state;
    },
    get view() {
      return panel.view;
    },
    get messages() {
      return panel.messages;
    },
    get resets() {
      return panel.resets;
    },
    get received() {
      return panel.received;
    },
    send: (command: RecorderCommand) => left.post(command),
    urls: () =>
      [...items.values()].map((item) => (item.kind === 'entry' ? item.entry.request.url : `→ ${item.url}`)),
  };
}

const call = (path: string, at = start) => harEntry({ url: `https://api.test/${path}`, at });

describe('recording from the moment devtools opens', () => {
  it('hands the log to a panel that comes later, and what follows', async () => {
    const { finish, panel, settle } = setUp();
    finish(call('a'));
    await settle();
    const first = panel();
    expect(first.urls()).toEqual(['https://api.test/a']);
    finish(call('b', start + 1));
    await settle();
    expect(first.urls()).toEqual(['https://api.test/a', 'https://api.test/b']);
  });

  it('merges the backlog with the events, each request once', async () => {
    const { finish, panel, settle } = setUp({ backlog: [call('a', start - 900), call('b', start - 800)] });
    finish(call('b', start - 800));
    finish(call('c'));
    await settle();
    expect(panel().urls().sort()).toEqual(['https://api.test/a', 'https://api.test/b', 'https://api.test/c']);
  });

  it('leaves a request that is under way to its event', async () => {
    const { finish, panel, settle } = setUp({ backlog: [harEntry({ status: 0, time: 0 })] });
    await settle();
    const own = panel();
    expect(own.urls()).toEqual([]);
    finish(harEntry());
    await settle();
    expect(own.urls()).toHaveLength(1);
  });

  it('serves every panel that connects, and none that is gone', async () => {
    const { finish, panel, settle } = setUp();
    const one = panel();
    const two = panel();
    one.cut();
    const before = one.messages;
    finish(call('a'));
    await settle();
    expect(one.messages).toBe(before);
    expect(two.urls()).toEqual(['https://api.test/a']);
  });

  it('sends a burst as one message, a long log in pieces', async () => {
    const { finish, panel, settle, clock } = setUp({ capacity: 5000 });
    const early = panel();
    const before = early.messages;
    for (let n = 0; n < 300; n++) finish(call(`${n}`, start + n));
    clock.advance(16);
    expect(early.messages).toBe(before + 1);
    for (let n = 300; n < 1700; n++) finish(call(`${n}`, start + n));
    const late = panel();
    expect(late.items.size).toBe(500);
    await settle();
    expect(late.items.size).toBe(1700);
  });
});

describe('what keeps or clears the log', () => {
  const first = { url: 'https://app.shop.test/', startedAt: start - 500 };
  const next = { url: 'https://app.shop.test/next', startedAt: start + 1000 };

  it('starts anew with a new document, keeping what that document has asked for already', async () => {
    const { finish, navigate, panel, settle } = setUp();
    await settle();
    finish(call('old', start));
    finish(call('new', start + 1001));
    await navigate(next);
    finish(call('late', start + 999));
    await settle();
    expect(panel().urls()).toEqual(['https://api.test/new']);
  });

  it('does not take a new address of the same document for a new document', async () => {
    const { finish, navigate, panel, settle } = setUp();
    await settle();
    finish(call('a'));
    await navigate({ ...first, url: 'https://app.shop.test/#cart' });
    expect(panel().urls()).toEqual(['https://api.test/a']);
    expect(panel().state?.url).toBe('https://app.shop.test/#cart');
  });

  it('keeps everything and marks the navigation when the log is to be kept', async () => {
    const { finish, navigate, panel, settle } = setUp();
    const own = panel();
    own.send({ type: 'set-preserve-log', on: true });
    await settle();
    finish(call('a'));
    await navigate(next);
    finish(call('b', start + 1100));
    await settle();
    expect(own.urls()).toEqual(['https://api.test/a', `→ ${next.url}`, 'https://api.test/b']);
    expect(own.state?.preserveLog).toBe(true);
  });

  it('waits until a new document can be asked, and loses none of its requests', async () => {
    const { finish, navigate, panel, settle, clock } = setUp();
    await settle();
    clock.advance(5000);
    finish(call('old', start + 10));
    finish(call('early', start + 1100));
    await navigate(next, next.url, 3);
    expect(panel().urls()).toEqual(['https://api.test/early']);
    expect(panel().state?.loadStartedAt).toBe(next.startedAt);
  });

  it('starts anew at a page that cannot be asked', async () => {
    const { finish, navigate, panel, settle, clock } = setUp();
    await settle();
    finish(call('a'));
    clock.advance(5000);
    await navigate(null, 'chrome-error://chromewebdata/');
    expect(panel().urls()).toEqual([]);
  });

  it('clears on command, and does not bring back what the browser still has', async () => {
    const { recorder, finish, panel, settle, setLog, clock } = setUp();
    finish(call('a'));
    await settle();
    setLog([call('a')]);
    clock.advance(1000);
    const own = panel();
    own.send({ type: 'clear' });
    recorder.panelShown();
    await settle();
    expect(own.urls()).toEqual([]);
  });

  it('records nothing while recording is off', async () => {
    const { finish, panel, settle, setLog } = setUp();
    const own = panel();
    own.send({ type: 'set-recording', on: false });
    await settle();
    expect(own.state?.recording).toBe(false);
    finish(call('unseen'));
    setLog([call('unseen')]);
    own.send({ type: 'set-recording', on: true });
    await settle();
    finish(call('seen', start + 5));
    await settle();
    expect(own.urls()).toEqual(['https://api.test/seen']);
  });

  it('drops the oldest tenth when it is full, and says so', async () => {
    const { finish, panel, settle } = setUp({ capacity: 100 });
    const own = panel();
    for (let n = 0; n < 101; n++) finish(call(`${n}`, start + n));
    await settle();
    expect(own.items.size).toBe(91);
    expect(own.urls()[0]).toBe('https://api.test/10');
    expect(own.state).toMatchObject({ dropped: 10, capacity: { items: 100 } });
  });

  it('tells a panel what is gone when it drops, and sends nothing again', async () => {
    const { finish, panel, settle } = setUp({ capacity: 100 });
    const own = panel();
    for (let n = 0; n < 250; n++) {
      finish(call(`${n}`, start + n));
      if (n % 30 === 0) await settle();
    }
    await settle();
    expect(own.urls()).toEqual(panel().urls());
    expect(own.state?.dropped).toBe(150);
    expect([own.resets, own.received <= 250]).toEqual([1, true]);
  });

  it('tells of an entry that grows, and goes or makes others go by that', async () => {
    const { finish, panel, settle } = setUp({ characters: 9_000_000 });
    const pending = (n: number) =>
      harEntry({ url: `https://api.test/${n}`, at: start + n, status: 0, time: 0 });
    const own = panel();
    for (let n = 0; n < 14; n++) finish(pending(n));
    await settle();
    const long = [{ name: 'X-Long', value: 'x'.repeat(700_000) }];
    for (const n of [...Array(13).keys(), 13].reverse())
      finish(harEntry({ url: `https://api.test/${n}`, at: start + n, responseHeaders: long }));
    await settle();
    const late = panel();
    await settle();
    expect([...own.items.values()].sort((a, b) => a.id - b.id)).toEqual([...late.items.values()]);
    expect(own.resets).toBe(1);
  });

  it('sends a panel that has only begun to read what is left', async () => {
    const { finish, panel, settle } = setUp({ capacity: 2000 });
    for (let n = 0; n < 2000; n++) finish(call(`${n}`, start + n));
    const own = panel();
    expect(own.items.size).toBe(500);
    for (let n = 2000; n < 2900; n++) finish(call(`${n}`, start + n));
    for (let round = 0; round < 4; round++) await settle();
    expect(own.urls()).toEqual(
      Array.from({ length: own.items.size }, (_, n) => `https://api.test/${2900 - own.items.size + n}`),
    );
    expect([own.resets, own.state?.dropped]).toEqual([1, 2900 - own.items.size]);
  });

  it('drops the oldest when it is full of long ones, and sends what is left in pieces that are not too long', async () => {
    const { finish, panel, settle, clock } = setUp({ characters: 9_000_000 });
    for (let n = 0; n < 14; n++) finish(call(`${n}/${'x'.repeat(700_000)}`, start + n));
    const late = panel();
    expect(late.items.size).toBe(2);
    clock.advance(16);
    expect(late.items.size).toBe(4);
    await settle();
    expect(late.urls().map((url) => url.slice(0, 22))).toEqual(
      [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13].map((n) => `https://api.test/${n}/xxxx`.slice(0, 22)),
    );
    expect(late.state?.dropped).toBe(2);
  });
});

describe('a browser that leaves announcements out (Chromium)', () => {
  it('finds on its patrol what nobody announced', async () => {
    const { panel, setLog, clock, settle } = setUp();
    await settle();
    setLog([call('unread')]);
    clock.advance(1500);
    await settle();
    expect(panel().urls()).toEqual(['https://api.test/unread']);
  });

  it('says that calls may be missing while a page makes more than 3,000 requests and goes on', async () => {
    const { finish, panel, setLog, settle } = setUp({ capacity: 10_000 });
    const own = panel();
    await settle();
    const log = Array.from({ length: 3_001 }, (_, n) => call(`${n}`, start + n));
    setLog(log);
    for (const each of log) finish(each);
    for (let round = 0; round < 12; round++) {
      await settle(200);
      finish(call(`later/${round}`, start + 4_000 + round));
    }
    await settle();
    expect(own.state?.problems).toEqual([expect.stringContaining('Some calls may be missing for now')]);
    for (let round = 0; round < 60; round++) await settle(500);
    expect(own.state?.problems).toEqual([]);
  });

  it('does not look while recording is off', async () => {
    const { panel, setLog, questions, clock, settle } = setUp();
    const own = panel();
    own.send({ type: 'set-recording', on: false });
    await settle();
    const before = questions();
    setLog([call('unread')]);
    clock.advance(10_000);
    await settle();
    expect(questions()).toBe(before);
  });
});

describe('a browser whose log is disturbed by reading it (Firefox)', () => {
  const preflight = (status: number) =>
    harEntry({
      method: 'OPTIONS',
      url: 'https://api.test/refused',
      status,
      headers: [
        { name: 'Origin', value: 'https://app.shop.test' },
        { name: 'Access-Control-Request-Method', value: 'PUT' },
      ],
    });
  const refused = harEntry({ method: 'PUT', url: 'https://api.test/refused', status: 0, at: start + 1 });

  it('records what is announced at once, and leaves the log alone', async () => {
    const { finish, panel, questions, clock, settle } = setUp({ readingDisturbs: true });
    await settle(1000);
    const before = questions();
    for (let n = 0; n < 50; n++) finish(call(`${n}`, start + n));
    expect(panel().urls()).toHaveLength(50);
    clock.advance(60_000);
    await settle();
    expect(questions()).toBe(before);
  });

  it('looks for the request of a refused preflight once the page is at rest', async () => {
    const { finish, panel, setLog, questions, clock, settle } = setUp({ readingDisturbs: true });
    await settle(1000);
    const before = questions();
    setLog([preflight(403), refused]);
    finish(preflight(403));
    for (let n = 0; n < 5; n++) {
      clock.advance(400);
      finish(call(`busy-${n}`, start + n));
    }
    expect(questions()).toBe(before);
    clock.advance(2000);
    await settle();
    expect(questions()).toBe(before + 1);
    expect(
      panel()
        .urls()
        .filter((url) => url.endsWith('refused')),
    ).toHaveLength(2);
  });

  it('forgets what it was to look for when the page is left', async () => {
    const { finish, navigate, questions, clock, settle } = setUp({ readingDisturbs: true });
    await settle(1000);
    const before = questions();
    finish(preflight(403));
    finish(harEntry({ url: 'https://app.shop.test/next', at: start + 900 }));
    await navigate({ url: 'https://app.shop.test/next', startedAt: start + 800 });
    clock.advance(60_000);
    await settle();
    expect(questions()).toBe(before);
  });

  it.each([
    ['before', true],
    ['after', false],
  ])('looks for an early call of a new document that is announced %s the navigation', async (_, early) => {
    const { finish, navigate, questions, clock, settle } = setUp({ readingDisturbs: true });
    await settle(1000);
    const before = questions();
    const document = harEntry({ url: 'https://app.shop.test/next', at: start + 900 });
    // Firefox announces what has ended: the document may end after its first calls
    finish({ ...preflight(403), startedDateTime: new Date(start + 950).toISOString() });
    if (early) finish(document);
    await navigate({ url: 'https://app.shop.test/next', startedAt: start + 800 });
    if (!early) finish(document);
    clock.advance(60_000);
    await settle();
    expect(questions()).toBeGreaterThan(before);
  });

  it('does not wait for ever where the page never rests', async () => {
    const { finish, questions, setLog, clock, settle } = setUp({ readingDisturbs: true });
    await settle(1000);
    const before = questions();
    setLog([preflight(403), refused]);
    finish(preflight(403));
    for (let n = 0; n < 40; n++) {
      clock.advance(1000);
      finish(call(`busy-${n}`, start + n));
    }
    expect(questions()).toBe(before + 1);
  });

  it('looks for the request of a preflight that seems to pass only when it does not come', async () => {
    const { finish, questions, clock, settle } = setUp({ readingDisturbs: true });
    await settle(1000);
    const before = questions();
    const passing = harEntry({
      method: 'OPTIONS',
      url: 'https://api.test/put',
      status: 204,
      headers: [
        { name: 'Origin', value: 'https://app.shop.test' },
        { name: 'Access-Control-Request-Method', value: 'PUT' },
      ],
      responseHeaders: [
        { name: 'Access-Control-Allow-Origin', value: '*' },
        { name: 'Access-Control-Allow-Methods', value: 'PUT' },
      ],
    });
    finish(passing);
    finish(harEntry({ method: 'PUT', url: 'https://api.test/put' }));
    clock.advance(20_000);
    await settle();
    expect(questions()).toBe(before);
    finish(passing);
    clock.advance(9_000);
    expect(questions()).toBe(before);
    clock.advance(4_000);
    await settle();
    expect(questions()).toBe(before + 1);
  });

  it('goes on looking while the filter of the Network panel hides calls, says so, and then stops', async () => {
    const { recorder, panel, setLog, questions, clock, settle } = setUp({ readingDisturbs: true });
    recorder.panelShown();
    await settle(1000);
    setLog([call('a')]);
    recorder.panelShown();
    await settle(800);
    expect(panel().urls()).toEqual(['https://api.test/a']);
    expect(panel().state?.problems.join()).toContain('filter');
    setLog([call('a'), call('b', start + 1)]);
    await settle(1000);
    expect(panel().urls()).toEqual(['https://api.test/a', 'https://api.test/b']);
    await settle(3000);
    expect(panel().state?.problems).toEqual([]);
    const after = questions();
    clock.advance(60_000);
    await settle();
    expect(questions()).toBe(after);
  });

  it('does not look when the panel is shown for the first time: the page may be about to load', async () => {
    const { recorder, questions, clock, settle } = setUp({ readingDisturbs: true });
    recorder.panelShown();
    clock.advance(60_000);
    await settle();
    expect(questions()).toBe(0);
  });

  it('looks when a new document is not announced, and only then', async () => {
    const { finish, navigate, questions, clock, settle } = setUp({ readingDisturbs: true });
    await settle();
    finish(harEntry({ url: 'https://app.shop.test/next', at: start + 900 }));
    await navigate({ url: 'https://app.shop.test/next#top', startedAt: start + 800 });
    clock.advance(60_000);
    await settle();
    expect(questions()).toBe(0);
    await navigate({ url: 'https://app.shop.test/unannounced', startedAt: start + 99_000 });
    await settle(1000);
    expect(questions()).toBe(1);
  });

  it('takes no notice of what a cleared log still holds', async () => {
    const { recorder, panel, setLog, questions, clock, settle } = setUp({ readingDisturbs: true });
    await settle(1000);
    const own = panel();
    clock.advance(1000);
    own.send({ type: 'clear' });
    setLog([call('a')]);
    recorder.panelShown();
    recorder.panelShown();
    await settle(1000);
    const after = questions();
    clock.advance(60_000);
    await settle();
    expect(questions()).toBe(after);
    expect(own.urls()).toEqual([]);
  });

  it('renews an entry that was not finished when it was first seen', async () => {
    const { recorder, panel, setLog, settle } = setUp({
      readingDisturbs: true,
      backlog: [harEntry({ status: 0, time: 0 })],
    });
    recorder.panelShown();
    recorder.panelShown();
    await settle(800);
    const own = panel();
    expect([...own.items.values()]).toMatchObject([{ entry: { response: { status: 0 } } }]);
    setLog([harEntry({ status: 204 })]);
    recorder.panelShown();
    await settle(800);
    expect([...own.items.values()]).toMatchObject([{ entry: { response: { status: 204 } } }]);
  });
});

describe('a panel that is built anew', () => {
  const view: PanelView = {
    filter: 'cart',
    invert: false,
    grouped: false,
    sort: { column: 'url', direction: 'descending' },
    expanded: [],
    selected: 'key',
    detailOpen: true,
  };

  it('gets what the one before had set, and then the log', async () => {
    const { finish, panel, settle } = setUp();
    const first = panel();
    expect(first.view).toBeNull();
    finish(call('a'));
    first.send({ type: 'remember', view });
    await settle();
    first.cut();
    const next = panel();
    expect(next.view).toEqual(view);
    expect(next.urls()).toEqual(['https://api.test/a']);
  });
});

describe('bad input', () => {
  it('names entries that cannot be read, and records the others', async () => {
    const { finish, panel, settle } = setUp();
    finish(null);
    finish({ request: {} });
    finish(call('a'));
    await settle();
    expect(panel().urls()).toEqual(['https://api.test/a']);
    expect(panel().state?.problems).toHaveLength(2);
  });

  it('does not show what is too large, and says how many these are, each once', async () => {
    const long = 'x'.repeat(1_000_000);
    const value = 'y'.repeat(600_000);
    const headers = [
      { name: 'a', value },
      { name: 'b', value },
    ];
    const { finish, panel, settle, setLog, clock } = setUp();
    const own = panel();
    await settle();
    finish(call(long));
    finish(harEntry({ url: 'https://api.test/b', headers }));
    finish(call('small'));
    finish(harEntry({ url: `data:text/plain,${long}` }));
    setLog([call(long), harEntry({ url: 'https://api.test/b', headers }), call(`2/${long}`), call('small')]);
    clock.advance(1500);
    await settle();
    expect(own.urls()).toEqual(['https://api.test/small']);
    expect(own.state?.problems).toEqual([
      '3 requests are not shown: URL and headers of one have more than 1,000,000 characters.',
    ]);
    own.send({ type: 'clear' });
    await settle();
    expect(own.state?.problems).toEqual([]);
  });

  it('says so when the browser’s log cannot be read', async () => {
    const { recorder, panel, settle, setLog } = setUp();
    setLog(new Error('no HAR'));
    const own = panel();
    recorder.panelShown();
    await settle();
    expect(own.state?.problems.join()).toContain('no HAR');
  });

  it('ignores messages that are no commands', async () => {
    const { panel, settle } = setUp();
    const own = panel();
    own.send({ type: 'explode' } as unknown as RecorderCommand);
    await settle();
    expect(own.state?.recording).toBe(true);
  });
});

describe('requests that another witness saw', () => {
  const worker = 'https://app.shop.test/worker.js';
  const load = () =>
    harEntry({
      url: worker,
      at: start - 5,
      type: '',
      headers: [{ name: 'Sec-Fetch-Dest', value: 'worker' }],
    });
  const ofFirefox = () => {
    const { _initiator, _resourceType, ...entry } = call('a');
    return entry;
  };
  const seen = [
    { method: 'GET', url: 'https://api.test/a', at: start, beacon: false, caller: worker, sent: true },
  ];
  const callers = (items: ReadonlyMap<number, RecordedItem>) =>
    [...items.values()].flatMap((item) =>
      item.kind === 'entry' && item.entry.request.url === 'https://api.test/a'
        ? callersOf(item.entry._initiator)
        : [],
    );

  it.each<[string, (recorder: ReturnType<typeof setUp>) => void]>([
    [
      'before they are recorded',
      ({ finish, recorder }) => (finish(load()), recorder.requestsSeen(seen), finish(ofFirefox())),
    ],
    ['after', ({ finish, recorder }) => (finish(load()), finish(ofFirefox()), recorder.requestsSeen(seen))],
    [
      'before their worker is known',
      ({ finish, recorder }) => (finish(ofFirefox()), recorder.requestsSeen(seen), finish(load())),
    ],
  ])('are told more of: %s', async (_, act) => {
    const running = setUp({ readingDisturbs: true });
    const panel = running.panel();
    act(running);
    await running.settle();
    expect(callers(panel.items)).toEqual([worker]);
  });
});
