import type { Header } from '../../../src/core';
import { allowing, answered, credentialedCors, namedCors, openCors } from './answers';
import { breaks, cannot, links, notAsked, seen, uncredentialed, unknown, unlinked } from './expectations';
import type { Scenario } from './types';

const json: Header = ['content-type', 'application/json'];
const crossSite = cannot('cross-site');
const preflighted = seen({ preflight: true });

/** What x-dtc would come to, judged from the OPTIONS that the call has today. */
export const headerRouteScenarios: readonly Scenario[] = [
  {
    id: 'header-allowed',
    title: 'The partner’s preflight lists x-dtc',
    page: 'rollout',
    request: { api: 'fetch', method: 'POST', headers: [json], body: '{}' },
    hops: [
      {
        host: 'partner',
        preflight: allowing(namedCors, { headers: 'content-type, x-dtc' }),
        response: answered(200, namedCors),
      },
    ],
    expected: { today: uncredentialed, cookies: crossSite, header: links('header-accepted') },
    seen: preflighted,
  },
  {
    id: 'header-allowed-upper-case',
    title: 'Header names are compared without regard to case; DELETE',
    page: 'rollout',
    request: { api: 'xhr', method: 'DELETE', headers: [['x-trace-parent', '1']] },
    hops: [
      {
        host: 'partner',
        preflight: allowing(namedCors, { methods: 'DELETE', headers: 'X-Trace-Parent, X-DTC' }, 200),
        response: answered(204, namedCors),
      },
    ],
    expected: { today: uncredentialed, cookies: crossSite, header: links('header-accepted') },
    seen: preflighted,
  },
  {
    id: 'header-patch',
    title: 'PATCH, listed with its method and x-dtc',
    page: 'rollout',
    request: { api: 'fetch', method: 'PATCH', headers: [json], body: '{}' },
    hops: [
      {
        host: 'api',
        preflight: allowing(credentialedCors, { methods: 'PATCH', headers: 'content-type,x-dtc' }),
        response: answered(200, credentialedCors),
      },
    ],
    expected: {
      today: uncredentialed,
      cookies: links('cookies-would-be-sent'),
      header: links('header-accepted'),
    },
    seen: preflighted,
  },
  {
    id: 'header-lacks',
    title: 'The preflight allows only what the call needs today',
    page: 'rollout',
    request: { api: 'fetch', method: 'POST', headers: [json], body: '{}' },
    hops: [
      {
        host: 'partner',
        preflight: allowing(namedCors, { headers: 'accept, content-type' }),
        response: answered(200, namedCors),
      },
    ],
    expected: { today: uncredentialed, cookies: crossSite, header: breaks('acah-lacks-x-dtc') },
    seen: preflighted,
  },
  {
    id: 'header-typo',
    title: 'x-dct instead of x-dtc in the list',
    page: 'rollout',
    request: { api: 'xhr', method: 'PUT', headers: [json], body: '{}' },
    hops: [
      {
        host: 'partner',
        preflight: allowing(openCors, { methods: 'PUT', headers: 'content-type, x-dct' }),
        response: answered(200, openCors),
      },
    ],
    expected: { today: uncredentialed, cookies: crossSite, header: breaks('acah-lacks-x-dtc') },
    seen: preflighted,
  },
  {
    id: 'header-wildcard',
    title: 'Allow-Headers: * without credentials covers x-dtc',
    page: 'rollout',
    request: { api: 'fetch', method: 'POST', headers: [json], body: '{}' },
    hops: [
      {
        host: 'partner',
        preflight: allowing(openCors, { headers: '*' }),
        response: answered(200, openCors),
      },
    ],
    expected: { today: uncredentialed, cookies: crossSite, header: links('header-accepted') },
    seen: preflighted,
  },
  {
    id: 'header-wildcard-authorization',
    title: 'Authorization under *: browsers still accept it, and x-dtc too',
    page: 'rollout',
    request: { api: 'fetch', headers: [['authorization', 'Bearer lab']] },
    hops: [
      {
        host: 'partner',
        preflight: allowing(openCors, { headers: '*' }),
        response: answered(200, openCors),
      },
    ],
    expected: { today: uncredentialed, cookies: crossSite, header: links('header-accepted') },
    seen: preflighted,
  },
  {
    id: 'header-reflects',
    title: 'The server repeats what was asked for: x-dtc is likely allowed',
    page: 'rollout',
    request: { api: 'fetch', headers: [['x-api-key', 'lab']] },
    hops: [
      {
        host: 'partner',
        preflight: allowing(namedCors, { headers: '{asked}' }),
        response: answered(200, namedCors),
      },
    ],
    expected: { today: uncredentialed, cookies: crossSite, header: links('header-likely-accepted') },
    seen: preflighted,
  },
  {
    id: 'header-reflects-by-chance',
    title: 'A fixed list that happens to equal what was asked for looks like reflection: only a probe tells',
    page: 'rollout',
    request: { api: 'xhr', headers: [['x-api-key', 'lab']] },
    hops: [
      {
        host: 'partner',
        preflight: allowing(namedCors, { headers: 'x-api-key' }),
        response: answered(200, namedCors),
      },
    ],
    expected: { today: uncredentialed, cookies: crossSite, header: links('header-likely-accepted') },
    seen: preflighted,
  },
  {
    id: 'header-may-vary',
    title: 'Nothing was asked for, and the answer varies by what is asked',
    page: 'rollout',
    request: { api: 'fetch', method: 'PUT' },
    hops: [
      {
        host: 'partner',
        preflight: allowing([...openCors, ['Vary', 'Access-Control-Request-Headers']], {
          methods: 'PUT',
          headers: '{asked}',
        }),
        response: answered(200, openCors),
      },
    ],
    expected: { today: uncredentialed, cookies: crossSite, header: unknown('preflight-may-vary') },
    seen: preflighted,
  },
  {
    id: 'header-not-asked',
    title: 'A simple GET: nobody has asked the partner',
    page: 'rollout',
    request: { api: 'fetch' },
    hops: [{ host: 'partner', response: answered(200, openCors) }],
    expected: { today: uncredentialed, cookies: crossSite, header: notAsked },
    seen: seen(),
  },
  {
    id: 'header-not-asked-head',
    title: 'A simple HEAD by XHR',
    page: 'rollout',
    request: { api: 'xhr', method: 'HEAD' },
    hops: [{ host: 'partner', response: answered(200, openCors) }],
    expected: { today: uncredentialed, cookies: crossSite, header: notAsked },
    seen: seen(),
  },
  {
    id: 'header-third-party',
    title: 'A third party with a fixed list refuses x-dtc',
    page: 'rollout',
    request: { api: 'xhr', headers: [['x-api-key', 'lab']] },
    hops: [
      {
        host: 'thirdParty',
        preflight: allowing(openCors, { methods: 'GET', headers: 'x-api-key, accept' }, 200),
        response: answered(200, openCors),
      },
    ],
    expected: { today: uncredentialed, cookies: crossSite, header: breaks('acah-lacks-x-dtc') },
    seen: preflighted,
  },
  {
    id: 'header-no-match',
    title: 'The pattern does not match this path',
    page: 'rollout',
    request: { api: 'fetch' },
    hops: [{ host: 'api', path: 'files/terms', response: answered(200, credentialedCors) }],
    expected: {
      today: uncredentialed,
      cookies: links('cookies-would-be-sent'),
      header: unlinked('regex-no-match'),
    },
    seen: seen(),
  },
  {
    id: 'header-upload-listener',
    title: 'An upload listener causes a preflight that asks for no header',
    page: 'rollout',
    request: { api: 'xhr', method: 'POST', body: 'photo', uploadListener: true },
    hops: [
      {
        host: 'partner',
        preflight: allowing(openCors, {}),
        response: answered(200, openCors),
      },
    ],
    expected: { today: uncredentialed, cookies: crossSite, header: breaks('acah-lacks-x-dtc') },
    seen: preflighted,
  },
  {
    id: 'header-keepalive',
    title: 'A keepalive POST of text while the page goes away',
    page: 'rollout',
    request: { api: 'fetch', method: 'POST', body: 'left', keepalive: true },
    hops: [{ host: 'partner', response: answered(204, openCors) }],
    expected: { today: uncredentialed, cookies: crossSite, header: notAsked },
    seen: seen(),
  },
  {
    id: 'header-script-x-dtc',
    title: 'The page sets an x-dtc of its own',
    page: 'rollout',
    request: { api: 'fetch', headers: [['x-dtc', 'made-up']] },
    hops: [
      {
        host: 'partner',
        path: 'files/own-header',
        preflight: allowing(openCors, { headers: 'x-dtc' }),
        response: answered(200, openCors),
      },
    ],
    expected: {
      today: unlinked('script-x-dtc'),
      cookies: crossSite,
      header: unlinked('regex-no-match'),
    },
    seen: seen({ preflight: true, xDtc: true }),
  },
];
