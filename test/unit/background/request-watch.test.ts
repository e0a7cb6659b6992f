import { beforeEach, describe, expect, it } from 'vitest';
import { watchRequests, type RequestWatchEnvironment } from '../../../src/background/request-watch';
import type { SeenRequest } from '../../../src/protocol/seen-request';
import { createManualTimer } from '../protocol/manual-timer';

type Name = 'onBeforeRequest' | 'onSendHeaders' | 'onCompleted' | 'onErrorOccurred';
type Details = Readonly<Record<string, unknown>>;

const url = 'https://api.shop.test/items';
const call = { tabId: 7, method: 'GET', url, type: 'xmlhttprequest', timeStamp: 5 };
const page = 'https://app.shop.test/';

let listeners: Record<Name, Set<(details: Details) => void>>;
let clock: ReturnType<typeof createManualTimer>;
let told: [number, SeenRequest[]][];
let flag: boolean;

beforeEach(() => {
  const names: Name[] = ['onBeforeRequest', 'onSendHeaders', 'onCompleted', 'onErrorOccurred'];
  listeners = Object.fromEntries(names.map((name) => [name, new Set()])) as unknown as typeof listeners;
  clock = createManualTimer(0);
  told = [];
  flag = false;
});

/** The background as it starts. */
const start = () =>
  watchRequests({
    webRequest: Object.fromEntries(
      Object.entries(listeners).map(([name, set]) => [
        name,
        {
          addListener: (listener: (details: Details) => void) => set.add(listener),
          removeListener: (listener: (details: Details) => void) => set.delete(listener),
        },
      ]),
    ) as unknown as RequestWatchEnvironment['webRequest'],
    timer: clock.timer,
    flag: { isSet: () => flag, put: (on) => (flag = on) },
    tell: (tabId, requests) => told.push([tabId, [...requests]]),
  });

const fire = (name: Name, details: Details): void => listeners[name].forEach((listener) => listener(details));
const isListening = (): boolean => Object.values(listeners).every(({ size }) => size === 1);

describe('requests of tabs with an open panel', () => {
  it('are told once they have been sent, those of a moment in one go', () => {
    start().watch(new Set([7]));
    fire('onBeforeRequest', { ...call, requestId: '1', originUrl: page });
    fire('onBeforeRequest', { ...call, requestId: '2', type: 'beacon', method: 'POST' });
    expect(told).toEqual([]);
    fire('onSendHeaders', { requestId: '1' });
    fire('onErrorOccurred', { requestId: '2' });
    clock.advance(250);
    const common = { url, at: 5, sent: true };
    expect(told).toEqual([
      [
        7,
        [
          { ...common, method: 'GET', beacon: false, caller: page },
          { ...common, method: 'POST', beacon: true, caller: null },
        ],
      ],
    ]);
  });

  it('that nobody sends have been taken by a service worker, whose own requests are told, too', () => {
    start().watch(new Set([7, 8]));
    fire('onBeforeRequest', { ...call, requestId: '1' });
    fire('onBeforeRequest', { ...call, requestId: '2', tabId: -1 });
    fire('onSendHeaders', { requestId: '2' });
    clock.advance(3000);
    expect(told.map(([tabId, requests]) => [tabId, requests.map(({ sent }) => sent)])).toEqual([
      [7, [true]],
      [8, [true]],
      [7, [false]],
    ]);
  });

  it('begin anew with each hop of a redirect', () => {
    start().watch(new Set([7]));
    fire('onBeforeRequest', { ...call, requestId: '1' });
    fire('onSendHeaders', { requestId: '1' });
    fire('onBeforeRequest', { ...call, requestId: '1', url: `${url}/2` });
    fire('onCompleted', { requestId: '1' });
    clock.advance(250);
    expect(told[0]?.[1].map((each) => each.url)).toEqual([url, `${url}/2`]);
  });
});

describe('whether anybody listens', () => {
  it('hangs on open panels', () => {
    const watch = start();
    expect(isListening()).toBe(false);
    watch.watch(new Set([7]));
    expect({ flag, listening: isListening() }).toEqual({ flag: true, listening: true });
    fire('onBeforeRequest', { ...call, requestId: '1', tabId: 9 });
    fire('onSendHeaders', { requestId: '1' });
    watch.watch(new Set());
    expect({ flag, listening: isListening() }).toEqual({ flag: false, listening: false });
    clock.advance(3000);
    expect(told).toEqual([]);
  });

  it('is known at once to a background that starts while panels are open, and what it sees is kept until it knows whose', () => {
    flag = true;
    const watch = start();
    expect(isListening()).toBe(true);
    fire('onBeforeRequest', { ...call, requestId: '1' });
    fire('onSendHeaders', { requestId: '1' });
    clock.advance(250);
    expect(told).toEqual([]);
    watch.watch(new Set([7]));
    expect(told.map(([tabId, requests]) => [tabId, requests.length])).toEqual([[7, 1]]);
  });
});
