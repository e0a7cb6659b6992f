import { describe, expect, it } from 'vitest';
import { createSeenRequests } from '../../../../src/devtools/recorder/seen-requests';
import type { SeenRequest } from '../../../../src/protocol/seen-request';
import type { SlimEntry } from '../../../../src/protocol/slim-entry';

const page = 'https://app.shop.test/';
const worker = 'https://app.shop.test/worker.js';
const url = 'https://api.shop.test/items';
const at = 1_000_000;

const seen = (more: Partial<SeenRequest> = {}): SeenRequest => ({
  method: 'GET',
  url,
  at,
  beacon: false,
  caller: page,
  sent: true,
  ...more,
});

/** As Firefox's log has it. */
const entry = (startedAt = at, more: Partial<SlimEntry> = {}): SlimEntry => ({
  startedDateTime: new Date(startedAt).toISOString(),
  time: 10,
  request: { method: 'GET', url, headers: [] },
  response: { status: 200, headers: [] },
  ...more,
});

const called = (by: string) => ({ _initiator: { stack: { callFrames: [{ url: by }] } } });
const madeUp = { _fetchedViaServiceWorker: true };

describe('what was seen of a request', () => {
  it.each<[string, SeenRequest[], Partial<SlimEntry>]>([
    ['nothing of this one', [seen({ url: `${url}/2` }), seen({ method: 'POST' })], {}],
    ['a call of the page', [seen()], {}],
    ['a beacon', [seen({ beacon: true })], { _resourceType: 'beacon' }],
    ['a worker’s call', [seen({ caller: worker })], called(worker)],
    ['a call that a service worker answered', [seen({ sent: false })], madeUp],
    [
      'a call that a service worker passed on',
      [seen({ sent: false }), seen({ at: at + 40, caller: 'https://app.shop.test/sw.js' })],
      {},
    ],
    ['another one, at another time', [seen({ at: at + 500, caller: worker })], {}],
    ['the nearest of several', [seen({ at: at + 60 }), seen({ at: at - 3, caller: worker })], called(worker)],
    ['an address with a fragment', [seen({ url: `${url}#top`, caller: worker })], called(worker)],
  ])('%s', (_, requests, marks) => {
    const requestsSeen = createSeenRequests();
    requestsSeen.learnWorker(worker);
    requestsSeen.add(requests);
    expect(requestsSeen.mark(entry())).toEqual({ ...entry(), ...marks });
  });

  it('adds nothing to what is marked', () => {
    const requestsSeen = createSeenRequests();
    requestsSeen.learnWorker(worker);
    requestsSeen.add([seen({ caller: worker, beacon: true, sent: false })]);
    const marked = requestsSeen.mark(entry());
    expect(requestsSeen.mark(marked)).toBe(marked);
  });

  it('tells nothing of a call without an answer that was not sent', () => {
    const requestsSeen = createSeenRequests();
    requestsSeen.add([seen({ sent: false })]);
    const unanswered = entry(at, { response: { status: 0, headers: [] } });
    expect(requestsSeen.mark(unanswered)).toBe(unanswered);
  });

  it('is forgotten when it is much and old', () => {
    const requestsSeen = createSeenRequests();
    const many = Array.from({ length: 10_001 }, (_, n) => seen({ at: at + 200 * n, sent: false }));
    requestsSeen.add(many);
    expect(requestsSeen.mark(entry(at))).not.toHaveProperty('_fetchedViaServiceWorker');
    expect(requestsSeen.mark(entry(at + 200 * 10_000))).toHaveProperty('_fetchedViaServiceWorker');
  });
});
