import { allowing, answered, credentialedCors, namedCors, openCors } from './answers';
import { cannot, everywhere, fails, links, notAsked, seen, uncredentialed, unlinked } from './expectations';
import type { Scenario } from './types';

const crossSite = cannot('cross-site');

/** Calls of iframes, each with its own origin. */
export const frameScenarios: readonly Scenario[] = [
  {
    id: 'frame-same-origin',
    title: 'An iframe of the page’s origin with an agent of its own',
    page: 'rollout',
    frame: 'same-origin',
    request: { api: 'fetch' },
    hops: [{ host: 'shop', response: answered(200) }],
    expected: everywhere(links('same-origin')),
    seen: seen({ dtCookie: true }),
  },
  {
    id: 'frame-same-origin-api',
    title: 'An iframe of the page’s origin calls the API with credentials',
    page: 'rollout',
    frame: 'same-origin',
    request: { api: 'xhr', credentials: 'include' },
    hops: [{ host: 'api', response: answered(200, credentialedCors) }],
    expected: { today: links('cookies-sent'), cookies: links('cookies-sent'), header: notAsked },
    seen: seen({ dtCookie: true }),
  },
  {
    id: 'frame-partner-to-own-api',
    title: 'The partner’s iframe calls the partner’s API: same site, but under another top-level site',
    page: 'lax',
    frame: 'cross-origin',
    request: { api: 'fetch' },
    hops: [{ host: 'partner', response: answered(200, credentialedCors) }],
    expected: {
      today: uncredentialed,
      cookies: unlinked('cookie-same-site', { also: ['other-frame'] }),
      header: notAsked,
    },
    seen: seen(),
  },
  {
    id: 'frame-partner-to-shop-api',
    title: 'The partner’s iframe calls the shop’s API',
    page: 'rollout',
    frame: 'cross-origin',
    request: { api: 'fetch', method: 'POST', headers: [['content-type', 'application/json']], body: '{}' },
    hops: [
      {
        host: 'api',
        preflight: allowing(credentialedCors, { headers: 'content-type, x-dtc' }),
        response: answered(200, credentialedCors),
      },
    ],
    expected: { today: uncredentialed, cookies: crossSite, header: links('header-accepted') },
    seen: seen({ preflight: true }),
  },
  {
    id: 'frame-sandboxed-open',
    title: 'A sandboxed iframe has the origin null; * allows it',
    page: 'rollout',
    frame: 'sandboxed',
    request: { api: 'fetch' },
    hops: [{ host: 'api', response: answered(200, openCors) }],
    expected: { today: uncredentialed, cookies: crossSite, header: notAsked },
    seen: seen(),
  },
  {
    id: 'frame-sandboxed-refused',
    title: 'A sandboxed iframe has the origin null; naming the shop does not allow it',
    page: 'rollout',
    frame: 'sandboxed',
    request: { api: 'xhr' },
    hops: [{ host: 'api', response: answered(200, namedCors) }],
    expected: { today: fails('acao-mismatch'), cookies: crossSite, header: fails('acao-mismatch') },
    seen: seen({ failed: true }),
  },
];
