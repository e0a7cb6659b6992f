import { allowing, answered, credentialedCors, namedCors, openCors } from './answers';
import { breaks, cannot, fails, links, seen, uncredentialed, unlinked } from './expectations';
import type { Scenario } from './types';

const crossSite = cannot('cross-site');
const allowsXDtc = { headers: 'x-dtc', methods: 'GET, POST' };
const tagged = seen({ preflight: true, xDtc: true });

/** The agent adds x-dtc today: what happened is the verdict. */
export const deployedPatternScenarios: readonly Scenario[] = [
  {
    id: 'deployed-links',
    title: 'x-dtc is asked for, allowed and sent',
    page: 'deployed',
    request: { api: 'fetch' },
    hops: [
      { host: 'partner', preflight: allowing(namedCors, allowsXDtc), response: answered(200, namedCors) },
    ],
    expected: { today: links('x-dtc-sent'), cookies: crossSite, header: links('x-dtc-sent') },
    seen: tagged,
  },
  {
    id: 'deployed-links-same-site',
    title: 'x-dtc by XHR to an API that is ready for credentials, too',
    page: 'deployed',
    request: { api: 'xhr', method: 'POST', body: 'a=1' },
    hops: [
      {
        host: 'api',
        preflight: allowing(credentialedCors, allowsXDtc),
        response: answered(200, credentialedCors),
      },
    ],
    expected: {
      today: links('x-dtc-sent'),
      cookies: links('cookies-would-be-sent'),
      header: links('x-dtc-sent'),
    },
    seen: tagged,
  },
  {
    id: 'deployed-pairs',
    title: 'The pattern matches, but the script passes its headers as pairs: no x-dtc',
    page: 'deployed',
    request: { api: 'fetch', headers: [['accept', 'application/json']], container: 'pairs' },
    hops: [{ host: 'partner', response: answered(200, openCors) }],
    expected: {
      today: unlinked('cross-origin-uncredentialed', { also: ['x-dtc-missing'] }),
      cookies: crossSite,
      header: { outcome: 'unknown', reason: 'preflight-not-seen', addsPreflight: true },
    },
    seen: seen(),
  },
  {
    id: 'deployed-refused',
    title: 'A third party refuses x-dtc: the over-broad pattern breaks the call',
    page: 'deployed',
    request: { api: 'fetch' },
    hops: [
      {
        host: 'thirdParty',
        preflight: allowing(openCors, { headers: 'x-api-key' }),
        response: answered(200, openCors),
      },
    ],
    expected: { today: fails('acah-lacks-x-dtc'), cookies: crossSite, header: fails('acah-lacks-x-dtc') },
    seen: seen({ failed: true, preflight: true, arrived: false }),
  },
  {
    id: 'deployed-options-not-routed',
    title: 'The API does not know OPTIONS: 405 since the pattern is deployed',
    page: 'deployed',
    request: { api: 'xhr' },
    hops: [{ host: 'partner', preflight: answered(405), response: answered(200, openCors) }],
    expected: { today: fails('preflight-status'), cookies: crossSite, header: fails('preflight-status') },
    seen: seen({ failed: true, preflight: true, arrived: false }),
  },
  {
    id: 'deployed-same-origin',
    title: 'The pattern also matches the page’s own origin: x-dtc for free',
    page: 'deployed',
    request: { api: 'fetch' },
    hops: [{ host: 'shop', response: answered(200) }],
    expected: {
      today: links('x-dtc-sent'),
      cookies: links('same-origin'),
      header: links('same-origin'),
    },
    seen: seen({ xDtc: true, dtCookie: true }),
  },
  {
    id: 'deployed-idle',
    title: 'A poll outside any user action: x-dtc without page context',
    page: 'deployed',
    moment: 'idle',
    request: { api: 'fetch' },
    hops: [
      { host: 'partner', preflight: allowing(namedCors, allowsXDtc), response: answered(200, namedCors) },
    ],
    expected: {
      today: links('x-dtc-sent', { also: ['no-action'] }),
      cookies: crossSite,
      header: links('x-dtc-sent'),
    },
    seen: tagged,
  },
  {
    id: 'deployed-action-excluded',
    title: 'A request that is excluded from user actions (xb) is tagged without page context',
    page: 'deployed',
    request: { api: 'fetch' },
    hops: [
      {
        host: 'partner',
        path: 'api/silent/poll',
        preflight: allowing(namedCors, allowsXDtc),
        response: answered(200, namedCors),
      },
    ],
    expected: {
      today: links('x-dtc-sent', { also: ['no-action'] }),
      cookies: crossSite,
      header: links('x-dtc-sent'),
    },
    seen: tagged,
  },
  {
    id: 'deployed-excluded',
    title: 'Excluded from correlation headers (xhb)',
    page: 'deployed',
    request: { api: 'fetch' },
    hops: [{ host: 'partner', path: 'api/private/key', response: answered(200, openCors) }],
    expected: { today: uncredentialed, cookies: crossSite, header: unlinked('excluded-by-xhb') },
    seen: seen(),
  },
  {
    id: 'deployed-no-match',
    title: 'The deployed pattern does not match',
    page: 'deployed',
    request: { api: 'xhr' },
    hops: [{ host: 'api', path: 'files/terms', response: answered(200, credentialedCors) }],
    expected: {
      today: uncredentialed,
      cookies: links('cookies-would-be-sent'),
      header: unlinked('regex-no-match'),
    },
    seen: seen(),
  },
  {
    id: 'deployed-empty-session',
    title: 'The cookie domain is a public suffix: no cookies, x-dtc without a session',
    page: 'suffix-domain',
    request: { api: 'fetch' },
    hops: [
      {
        host: 'api',
        preflight: allowing(credentialedCors, allowsXDtc),
        response: answered(200, credentialedCors),
      },
    ],
    expected: {
      today: unlinked('empty-session'),
      cookies: unlinked('cookie-domain-public-suffix'),
      header: unlinked('empty-session'),
    },
    seen: tagged,
  },
  {
    id: 'deployed-invalid',
    title: 'An invalid pattern switches the feature off without a word',
    page: 'invalid-pattern',
    request: { api: 'fetch' },
    hops: [{ host: 'partner', response: answered(200, openCors) }],
    expected: { today: uncredentialed, cookies: crossSite, header: unlinked('regex-invalid') },
    seen: seen(),
  },
  {
    id: 'deployed-mangled',
    title: '^shop\\. was meant, ;hop\\. is what the agent reads',
    page: 'mangled-pattern',
    request: { api: 'fetch' },
    hops: [{ host: 'api', response: answered(200, credentialedCors) }],
    expected: {
      today: uncredentialed,
      cookies: links('cookies-would-be-sent'),
      header: unlinked('regex-no-match'),
    },
    seen: seen(),
  },
  {
    id: 'deployed-overridden',
    title: 'Local storage holds a newer configuration without a pattern',
    page: 'from-storage',
    request: { api: 'fetch' },
    hops: [{ host: 'partner', response: answered(200, openCors) }],
    expected: { today: uncredentialed, cookies: crossSite, header: unlinked('regex-not-set') },
    seen: seen(),
  },
  {
    id: 'leak-allowed',
    title: 'A re-used headers object takes x-dtpc to another origin, which allows it',
    page: 'rollout',
    request: { api: 'fetch', headers: [['accept-language', 'en']], container: 'reused-headers' },
    hops: [
      {
        host: 'partner',
        preflight: allowing(openCors, { headers: 'accept, x-dtpc' }),
        response: answered(200, openCors),
      },
    ],
    expected: {
      today: unlinked('cross-origin-uncredentialed', { also: ['page-context-leak'] }),
      cookies: crossSite,
      header: breaks('acah-lacks-x-dtc'),
    },
    seen: seen({ preflight: true }),
  },
  {
    id: 'leak-refused',
    title: 'A re-used headers object takes x-dtpc to another origin, which refuses it',
    page: 'rollout',
    request: { api: 'fetch', headers: [['accept-language', 'en']], container: 'reused-headers' },
    hops: [
      {
        host: 'partner',
        preflight: allowing(openCors, { headers: 'x-dtc' }),
        response: answered(200, openCors),
      },
    ],
    expected: { today: fails('acah-lacks-header'), cookies: crossSite, header: fails('acah-lacks-header') },
    seen: seen({ failed: true, preflight: true, arrived: false }),
  },
  {
    id: 'no-pattern',
    title: 'No pattern is set anywhere',
    page: 'no-pattern',
    request: { api: 'fetch' },
    hops: [{ host: 'api', response: answered(200, credentialedCors) }],
    expected: {
      today: uncredentialed,
      cookies: links('cookies-would-be-sent'),
      header: unlinked('regex-not-set'),
    },
    seen: seen(),
  },
  {
    id: 'no-pattern-credentialed',
    title: 'No pattern, but the call is credentialed',
    page: 'no-pattern',
    request: { api: 'xhr', credentials: 'include' },
    hops: [{ host: 'api', response: answered(200, credentialedCors) }],
    expected: {
      today: links('cookies-sent'),
      cookies: links('cookies-sent'),
      header: unlinked('regex-not-set'),
    },
    seen: seen({ dtCookie: true }),
  },
];
