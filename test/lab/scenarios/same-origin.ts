import { answered } from './answers';
import { everywhere, links, seen, unlinked } from './expectations';
import type { Scenario } from './types';

const json = [['content-type', 'application/json']] as const;

/** Same origin: the cookies go with the call, and no preflight ever. */
export const sameOriginScenarios: readonly Scenario[] = [
  {
    id: 'same-origin-get',
    title: 'GET by fetch to the page’s own origin',
    page: 'rollout',
    request: { api: 'fetch' },
    hops: [{ host: 'shop', response: answered(200) }],
    expected: everywhere(links('same-origin')),
    seen: seen({ dtCookie: true }),
  },
  {
    id: 'same-origin-post-json',
    title: 'POST of JSON with a header of its own by XHR',
    page: 'rollout',
    request: { api: 'xhr', method: 'POST', headers: [...json, ['x-csrf-token', 'abc']], body: '{}' },
    hops: [{ host: 'shop', response: answered(201) }],
    expected: everywhere(links('same-origin')),
    seen: seen({ dtCookie: true }),
  },
  {
    id: 'same-origin-delete-missing',
    title: 'DELETE of something that is not there: 404 is an answer',
    page: 'rollout',
    request: { api: 'xhr', method: 'DELETE' },
    hops: [{ host: 'shop', response: answered(404) }],
    expected: everywhere(links('same-origin')),
    seen: seen({ dtCookie: true }),
  },
  {
    id: 'same-origin-server-error',
    title: 'GET answered by 500',
    page: 'rollout',
    request: { api: 'fetch' },
    hops: [{ host: 'shop', response: answered(500) }],
    expected: everywhere(links('same-origin')),
    seen: seen({ dtCookie: true }),
  },
  {
    id: 'same-origin-omit',
    title: 'credentials: omit, the pattern matches: x-dtc costs nothing',
    page: 'rollout',
    request: { api: 'fetch', credentials: 'omit' },
    hops: [{ host: 'shop', response: answered(200) }],
    expected: {
      // Other calls of the page show that there are cookies for this origin.
      today: unlinked('credentials-omit'),
      cookies: unlinked('credentials-omit'),
      header: links('header-free'),
    },
    seen: seen(),
  },
  {
    id: 'same-origin-omit-no-match',
    title: 'credentials: omit, and the pattern does not match',
    page: 'rollout',
    request: { api: 'fetch', credentials: 'omit' },
    hops: [{ host: 'shop', path: 'files/list', response: answered(200) }],
    expected: {
      today: unlinked('credentials-omit'),
      cookies: unlinked('credentials-omit'),
      header: unlinked('regex-no-match'),
    },
    seen: seen(),
  },
];
