import { answered, credentialedCors, openCors } from './answers';
import { cannot, everywhere, fails, links, notAsked, seen, uncredentialed, unknown } from './expectations';
import type { Scenario } from './types';

const maybeBeacon = {
  firefox: {
    ...unknown('capture-unknown'),
    why: 'Firefox’s network log does not tell a beacon from a fetch in mode no-cors',
    logOnly: true,
  },
} as const;

const unmarkedWorker = {
  why: 'Firefox’s network log does not tell a worker’s fetch from the page’s',
  logOnly: true,
} as const;

/** Calls that are no XHR and no fetch of the page, or that carry no header whatever one does. */
export const otherCallScenarios: readonly Scenario[] = [
  {
    id: 'no-cors',
    title: 'mode: no-cors drops x-dtc without a word',
    page: 'deployed',
    request: { api: 'fetch', mode: 'no-cors' },
    // Without a body: nobody can read an opaque one, and the log calls a request finished when it has been read.
    hops: [{ host: 'partner', response: answered(204) }],
    expected: { today: uncredentialed, cookies: cannot('cross-site'), header: cannot('no-cors') },
    seen: seen(),
  },
  {
    id: 'beacon',
    title: 'navigator.sendBeacon carries cookies, but no agent captures it',
    page: 'rollout',
    request: { api: 'beacon', body: 'left' },
    hops: [{ host: 'api', response: answered(204, credentialedCors) }],
    expected: {
      today: cannot('beacon', { engines: maybeBeacon }),
      cookies: cannot('beacon', { engines: maybeBeacon }),
      header: cannot('beacon', {
        engines: { firefox: { ...maybeBeacon.firefox, ...cannot('no-cors') } },
      }),
    },
    seen: seen({ dtCookie: true }),
  },
  {
    id: 'eventsource',
    title: 'EventSource is not captured',
    page: 'rollout',
    request: { api: 'eventsource' },
    hops: [
      {
        host: 'api',
        response: answered(200, [...openCors, ['Content-Type', 'text/event-stream']]),
      },
    ],
    expected: everywhere(cannot('eventsource')),
    seen: seen(),
  },
  {
    id: 'worker',
    title: 'A fetch of a worker',
    page: 'rollout',
    request: { api: 'worker' },
    hops: [{ host: 'api', response: answered(200, credentialedCors) }],
    expected: {
      today: cannot('worker', { engines: { firefox: { ...uncredentialed, ...unmarkedWorker } } }),
      cookies: cannot('worker', {
        engines: { firefox: { ...links('cookies-would-be-sent'), ...unmarkedWorker } },
      }),
      header: cannot('worker', { engines: { firefox: { ...notAsked, ...unmarkedWorker } } }),
    },
    seen: seen(),
  },
  {
    id: 'service-worker-answer',
    title: 'A service worker makes the answer up',
    page: 'service-worker',
    request: { api: 'fetch' },
    hops: [{ host: 'shop', path: 'api/from-worker', response: answered(200) }],
    expected: everywhere(
      cannot('service-worker-answer', {
        engines: {
          firefox: {
            outcome: 'links',
            reason: 'same-origin',
            why: 'Firefox’s network log does not tell a service worker’s answer from the server’s',
            logOnly: true,
          },
        },
      }),
    ),
    seen: seen({ arrived: false }),
  },
  {
    id: 'bad-port',
    title: 'A port that browsers block',
    page: 'rollout',
    request: { api: 'fetch', literalUrl: 'https://api.shop.test:6000/s/bad-port/api/items' },
    hops: [{ host: 'api', response: answered(200, credentialedCors) }],
    expected: everywhere(fails('bad-port')),
    seen: seen({ failed: true, arrived: false }),
  },
  {
    id: 'agent-beacon',
    title: 'The agent’s own beacon',
    page: 'rollout',
    request: { api: 'agent-beacon', method: 'POST', literalUrl: '/rb_lab' },
    hops: [{ host: 'shop', path: 'api/unused', response: answered(200) }],
    expected: everywhere(cannot('agent-beacon')),
    seen: seen({ arrived: false }),
  },
];
