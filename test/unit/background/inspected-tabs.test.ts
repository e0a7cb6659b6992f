import { beforeEach, describe, expect, it } from 'vitest';
import { inspectedTabs, type InspectedTabs } from '../../../src/background/inspected-tabs';
import type { Panels } from '../../../src/background/panels';
import { createQueue } from '../../../src/background/queue';
import { sessionRules } from '../../../src/background/rules';
import { sessionState } from '../../../src/background/session-state';
import type { BackgroundEvent } from '../../../src/protocol/background-rpc';
import type { RelayOrder } from '../../../src/protocol/relay';
import type { Trial } from '../../../src/protocol/trial';
import { handoverHeader } from '../../../src/protocol/trial-handover';
import { fakePermissions, fakeRules, fakeScripting, fakeStorageArea } from './fake-browser';

const site = '*://*.shop.test/*';
const trial: Trial = {
  id: 'trial-0123456789abcdef',
  change: { route: 'header', value: { kind: 'synthetic', value: 'sn="x"' } },
  mode: 'as-if-fixed',
  pattern: null,
  exclusions: null,
  endpoints: null,
  pageOrigin: 'https://app.shop.test',
  mended: [
    {
      from: 'https://app.shop.test',
      origin: 'https://api.shop.test',
      methods: ['PUT'],
      headerNames: ['x-a'],
    },
  ],
};

let granted: Set<string>;
let openPanels: Set<number>;
let told: BackgroundEvent[];
let orders: [number, RelayOrder][];
let marked: Set<number>;
/** Whose requests are seen. */
let seenTabs: readonly number[];
let area: ReturnType<typeof fakeStorageArea>;
let net: ReturnType<typeof fakeRules>;
let scripting: ReturnType<typeof fakeScripting>;
let inspected: InspectedTabs;

const panels: Panels = {
  tell: (tabId, event) => {
    if (openPanels.has(tabId)) told.push(event);
    return Promise.resolve(openPanels.has(tabId));
  },
  tellAll: () => Promise.resolve(),
  isThere: (tabId) => Promise.resolve(openPanels.has(tabId)),
  greet: (tabId) => Promise.resolve(openPanels.has(tabId)),
};

/** The background as it starts, over what the browser has kept. */
const start = (): InspectedTabs =>
  inspectedTabs({
    scripting,
    permissions: fakePermissions(granted),
    tabs: {
      sendMessage: (tabId: number, order: RelayOrder) => {
        orders.push([tabId, order]);
        return Promise.reject(new Error('Receiving end does not exist'));
      },
    } as never,
    state: sessionState(area),
    rules: sessionRules(net, createQueue()),
    mark: {
      show: (tabId) => Promise.resolve(void marked.add(tabId)),
      hide: (tabId) => Promise.resolve(void marked.delete(tabId)),
    },
    panels,
    requests: { watch: (tabs) => void (seenTabs = [...tabs]) },
    queue: createQueue(),
  });

beforeEach(() => {
  granted = new Set([site, '*://app.shop.test/*', '*://api.shop.test/*']);
  openPanels = new Set([1, 2]);
  [told, orders] = [[], []];
  marked = new Set();
  seenTabs = [];
  area = fakeStorageArea();
  net = fakeRules();
  scripting = fakeScripting();
  inspected = start();
});

const registered = (): unknown => scripting.present.map(({ id, matches, world }) => [id, matches, world]);

describe('the page hook’s registration', () => {
  it('covers what is granted and says what is not', async () => {
    expect(await inspected.watch(1, [site, '*://other.test/*'])).toEqual({
      watching: [site],
      missing: ['*://other.test/*'],
    });
    expect(registered()).toEqual([
      ['crosslink-1-relay', [site], undefined],
      ['crosslink-2-hook', [site], 'MAIN'],
    ]);
    expect(scripting.present.every(({ persistAcrossSessions }) => persistAcrossSessions === false)).toBe(
      true,
    );
  });

  it('is one for all panels, and goes with the last', async () => {
    granted.add('*://other.test/*');
    await Promise.all([inspected.watch(1, [site]), inspected.watch(2, [site, '*://other.test/*'])]);
    expect(scripting.present[0]?.matches).toEqual([site, '*://other.test/*']);
    expect(seenTabs).toEqual([1, 2]);
    await inspected.unwatch(2);
    expect(scripting.present[0]?.matches).toEqual([site]);
    expect(seenTabs).toEqual([1]);
    expect(orders).toEqual([[2, { type: 'off' }]]);
    await inspected.release(1);
    expect(scripting.present).toEqual([]);
  });

  it('is never gone while it changes: a page may begin at any moment', async () => {
    granted.add('*://other.test/*');
    await inspected.watch(1, [site]);
    let gaps = 0;
    scripting.onUnregistered = () => gaps++;
    await inspected.watch(1, [site, '*://other.test/*']);
    await inspected.startTrial(1, trial);
    await inspected.watch(1, ['*://other.test/*']);
    await inspected.stopTrial(1);
    expect(registered()).toEqual([
      ['crosslink-1-relay', ['*://other.test/*'], undefined],
      ['crosslink-2-hook', ['*://other.test/*'], 'MAIN'],
    ]);
    expect(gaps).toBe(0);
  });

  it('follows the access as it is given and taken away', async () => {
    granted.delete(site);
    await inspected.watch(1, [site]);
    expect(scripting.present).toEqual([]);
    granted.add(site);
    await inspected.adjustToAccess();
    expect(scripting.present).toHaveLength(2);
    granted.clear();
    await inspected.adjustToAccess();
    expect(scripting.present).toEqual([]);
  });
});

describe('a trial', () => {
  beforeEach(() => inspected.watch(1, [site]));

  it('starts with its rules, its mark, and its order for relays', async () => {
    expect(await inspected.startTrial(1, trial)).toEqual({ kind: 'started' });
    expect(net.present).toEqual([
      {
        id: 100_000,
        priority: 1,
        condition: { tabIds: [1], resourceTypes: ['main_frame', 'sub_frame'] },
        action: {
          type: 'modifyHeaders',
          responseHeaders: [{ header: 'server-timing', operation: 'append', value: handoverHeader(trial) }],
        },
      },
      {
        id: 100_001,
        priority: 1,
        condition: {
          tabIds: [1],
          initiatorDomains: ['app.shop.test'],
          urlFilter: '|https://api.shop.test/',
          resourceTypes: ['xmlhttprequest', 'other'],
          requestMethods: ['options'],
        },
        action: {
          type: 'modifyHeaders',
          responseHeaders: [
            { header: 'access-control-allow-origin', operation: 'set', value: 'https://app.shop.test' },
            { header: 'access-control-allow-credentials', operation: 'set', value: 'true' },
            { header: 'access-control-allow-headers', operation: 'append', value: 'x-a, x-dtc' },
            { header: 'access-control-allow-methods', operation: 'append', value: 'PUT' },
          ],
        },
      },
    ]);
    expect([...marked]).toEqual([1]);
    expect(await inspected.orderFor(1)).toEqual({ type: 'watch', trial });
    expect(await inspected.trialOf(1)).toEqual(trial);
  });

  it('mends them for traceparent and tracestate where these are in trial', async () => {
    const ids = { key: 't@dtr', application: 'a', postfix: null, visitor: 'v', session: 's' };
    const value = { kind: 'trace-context', ...ids } as const;
    await inspected.startTrial(1, { ...trial, change: { route: 'header', value } });
    expect(JSON.stringify(net.present)).toContain('x-a, traceparent, tracestate');
  });

  it('mends the answers themselves too where calls are made credentialed', async () => {
    await inspected.startTrial(1, { ...trial, change: { route: 'cookies' } });
    expect(
      net.present.map(({ condition }) => condition.requestMethods ?? condition.excludedRequestMethods),
    ).toEqual([undefined, ['options'], ['options']]);
    expect(JSON.stringify(net.present)).not.toContain('x-dtc');
  });

  it.each(['strict', 'guarded'] as const)('leaves the answers to calls alone when %s', async (mode) => {
    await inspected.startTrial(1, { ...trial, mode, mended: [] });
    expect(net.present.map(({ condition }) => condition.resourceTypes)).toEqual([
      ['main_frame', 'sub_frame'],
    ]);
  });

  it('is told by a script before the relay, which is there as long as it is', async () => {
    const relay = () => scripting.present.find(({ id }) => id === 'crosslink-1-relay')?.js;
    expect(relay()).toEqual(['content/relay.js']);
    await inspected.startTrial(1, trial);
    expect(relay()).toEqual(['content/trial-in-force.js', 'content/relay.js']);
    await inspected.watch(1, [site, '*://app.shop.test/*']);
    expect(relay()).toHaveLength(2);
    await inspected.stopTrial(1);
    expect(relay()).toEqual(['content/relay.js']);
    expect(scripting.present).toHaveLength(2);
  });

  it('does nothing without access', async () => {
    granted.delete('*://api.shop.test/*');
    expect(await inspected.startTrial(1, trial)).toEqual({
      kind: 'no-access',
      missing: ['*://api.shop.test/*'],
    });
    expect(net.present).toEqual([]);
    expect(await inspected.trialOf(1)).toBeNull();
  });

  it.each([
    ['is stopped', (tabs: InspectedTabs) => tabs.stopTrial(1), []],
    [
      'is stopped by the icon',
      (tabs: InspectedTabs) => tabs.endTrial(1, 'stopped-by-icon'),
      ['stopped-by-icon'],
    ],
    ['loses its panel', (tabs: InspectedTabs) => tabs.release(1), []],
    [
      'is left for another site',
      (tabs: InspectedTabs) => tabs.documentStarted(1, 'https://other.test/', true),
      ['left-site'],
    ],
    [
      'loses its access',
      (tabs: InspectedTabs) => {
        granted.clear();
        return tabs.adjustToAccess();
      },
      ['access-lost'],
    ],
  ] as const)('undoes everything when it %s', async (_, undo, why) => {
    await inspected.startTrial(1, trial);
    await undo(inspected);
    expect(net.present).toEqual([]);
    expect([...marked]).toEqual([]);
    expect(await inspected.trialOf(1)).toBeNull();
    expect(orders).toContainEqual([1, { type: 'watch', trial: null }]);
    expect(told).toEqual(why.map((each) => ({ type: 'trial-ended', id: trial.id, why: each })));
  });

  it.each([
    ['https://app.shop.test/next', true],
    ['https://other.shop.test/', true],
    ['https://other.test/frame', false],
  ])('goes on at %s (top: %s)', async (url, top) => {
    await inspected.startTrial(1, trial);
    await inspected.documentStarted(1, url, top);
    expect(await inspected.trialOf(1)).toEqual(trial);
  });

  it('of one tab leaves that of another alone', async () => {
    await inspected.watch(2, [site]);
    await Promise.all([inspected.startTrial(1, trial), inspected.startTrial(2, trial)]);
    await inspected.stopTrial(1);
    expect(new Set(net.present.flatMap(({ condition }) => condition.tabIds))).toEqual(new Set([2]));
    expect(net.present).toHaveLength(2);
  });

  it('outlives the background while its panel is there', async () => {
    await inspected.startTrial(1, trial);
    const restarted = start();
    await restarted.removeLeftovers();
    expect(net.present).toHaveLength(2);
    expect(await restarted.trialOf(1)).toEqual(trial);
  });

  it('is undone at the background’s start when its panel has gone', async () => {
    await inspected.startTrial(1, trial);
    openPanels.delete(1);
    await start().removeLeftovers();
    expect(net.present).toEqual([]);
    expect(scripting.present).toEqual([]);
    expect(await inspected.orderFor(1)).toEqual({ type: 'off' });
  });

  it('leaves no rule that nobody owns', async () => {
    await sessionRules(net, createQueue()).addProbeRule({ condition: {}, action: { type: 'block' } });
    await sessionRules(net, createQueue()).addTrialRules([
      { condition: { tabIds: [77] }, action: { type: 'block' } },
    ]);
    await inspected.startTrial(1, trial);
    await start().removeLeftovers();
    expect(net.present.map(({ condition }) => condition.tabIds)).toEqual([[1], [1]]);
  });
});
