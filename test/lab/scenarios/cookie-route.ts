import { allowing, answered, credentialedCors, namedCors, openCors, shopOrigin } from './answers';
import { breaks, cannot, links, notAsked, seen, uncredentialed, unlinked } from './expectations';
import type { Scenario } from './types';

const putJson = {
  api: 'fetch',
  method: 'PUT',
  headers: [['content-type', 'application/json']],
  body: '{"quantity":2}',
} as const;

/** What making the call credentialed would come to. */
export const cookieRouteScenarios: readonly Scenario[] = [
  {
    id: 'cookies-ready',
    title: 'The API of the same site is ready for credentials',
    page: 'rollout',
    request: { api: 'fetch' },
    hops: [{ host: 'api', response: answered(200, credentialedCors) }],
    expected: { today: uncredentialed, cookies: links('cookies-would-be-sent'), header: notAsked },
    seen: seen(),
  },
  {
    id: 'cookies-acao-wildcard',
    title: 'Allow-Origin: * stops working with credentials',
    page: 'rollout',
    request: { api: 'fetch' },
    hops: [{ host: 'api', response: answered(200, openCors) }],
    expected: { today: uncredentialed, cookies: breaks('acao-wildcard-credentialed'), header: notAsked },
    seen: seen(),
  },
  {
    id: 'cookies-acac-missing',
    title: 'The origin is named, Allow-Credentials is not sent',
    page: 'rollout',
    request: { api: 'xhr' },
    hops: [{ host: 'api', response: answered(200, namedCors) }],
    expected: { today: uncredentialed, cookies: breaks('acac-missing'), header: notAsked },
    seen: seen(),
  },
  {
    id: 'cookies-acac-capital',
    title: 'Allow-Credentials: True is not “true”',
    page: 'rollout',
    request: { api: 'xhr' },
    hops: [
      {
        host: 'api',
        response: answered(200, [...namedCors, ['Access-Control-Allow-Credentials', 'True']]),
      },
    ],
    expected: { today: uncredentialed, cookies: breaks('acac-not-true'), header: notAsked },
    seen: seen(),
  },
  {
    id: 'cookies-put-ready',
    title: 'PUT of JSON: preflight and answer accept credentials, x-dtc is not allowed',
    page: 'rollout',
    request: putJson,
    hops: [
      {
        host: 'api',
        preflight: allowing(credentialedCors, { methods: 'GET, PUT', headers: 'accept, content-type' }),
        response: answered(200, credentialedCors),
      },
    ],
    expected: {
      today: uncredentialed,
      cookies: links('cookies-would-be-sent'),
      header: breaks('acah-lacks-x-dtc'),
    },
    seen: seen({ preflight: true }),
  },
  {
    id: 'cookies-acah-wildcard',
    title: 'Allow-Headers: * covers x-dtc, but nothing once credentials are sent',
    page: 'rollout',
    request: putJson,
    hops: [
      {
        host: 'api',
        preflight: allowing(credentialedCors, { methods: 'PUT', headers: '*' }),
        response: answered(200, credentialedCors),
      },
    ],
    expected: {
      today: uncredentialed,
      cookies: breaks('acah-wildcard-credentialed'),
      header: links('header-accepted'),
    },
    seen: seen({ preflight: true }),
  },
  {
    id: 'cookies-acam-wildcard',
    title: 'Allow-Methods: * stops working with credentials',
    page: 'rollout',
    request: putJson,
    hops: [
      {
        host: 'api',
        preflight: allowing(credentialedCors, { methods: '*', headers: 'accept, content-type' }),
        response: answered(200, credentialedCors),
      },
    ],
    expected: {
      today: uncredentialed,
      cookies: breaks('acam-wildcard-credentialed'),
      header: breaks('acah-lacks-x-dtc'),
    },
    seen: seen({ preflight: true }),
  },
  {
    id: 'cookies-preflight-lacks-acac',
    title: 'Only the actual response allows credentials, the preflight does not',
    page: 'rollout',
    request: putJson,
    hops: [
      {
        host: 'api',
        preflight: allowing(namedCors, { methods: 'PUT', headers: 'content-type, x-dtc' }),
        response: answered(200, credentialedCors),
      },
    ],
    expected: { today: uncredentialed, cookies: breaks('acac-missing'), header: links('header-accepted') },
    seen: seen({ preflight: true }),
  },
  {
    id: 'cookies-cross-site',
    title: 'A partner on another site never gets the cookies',
    page: 'rollout',
    request: { api: 'fetch' },
    hops: [{ host: 'partner', response: answered(200, credentialedCors) }],
    expected: { today: uncredentialed, cookies: cannot('cross-site'), header: notAsked },
    seen: seen(),
  },
  {
    id: 'cookies-sent',
    title: 'XHR with credentials: the RUM cookies are sent today',
    page: 'rollout',
    request: { api: 'xhr', credentials: 'include' },
    hops: [{ host: 'api', response: answered(200, credentialedCors) }],
    expected: { today: links('cookies-sent'), cookies: links('cookies-sent'), header: notAsked },
    seen: seen({ dtCookie: true }),
  },
  {
    id: 'cookies-sent-put',
    title: 'PUT with credentials links today, x-dtc would break it',
    page: 'rollout',
    request: { ...putJson, credentials: 'include' },
    hops: [
      {
        host: 'api',
        preflight: allowing(credentialedCors, { methods: 'PUT', headers: 'accept, content-type' }),
        response: answered(200, credentialedCors),
      },
    ],
    expected: {
      today: links('cookies-sent'),
      cookies: links('cookies-sent'),
      header: breaks('acah-lacks-x-dtc'),
    },
    seen: seen({ preflight: true, dtCookie: true }),
  },
  {
    id: 'cookies-sent-acah-wildcard',
    title: 'PUT with credentials and without own headers: * would not cover x-dtc',
    page: 'rollout',
    request: { api: 'fetch', method: 'PUT', credentials: 'include' },
    hops: [
      {
        host: 'api',
        preflight: allowing(credentialedCors, { methods: 'PUT', headers: '*' }),
        response: answered(204, credentialedCors),
      },
    ],
    expected: {
      today: links('cookies-sent'),
      cookies: links('cookies-sent'),
      header: breaks('acah-wildcard-credentialed'),
    },
    seen: seen({ preflight: true, dtCookie: true }),
  },
  {
    id: 'cookies-narrow-domain',
    title: 'The RUM cookies belong to the page’s host alone',
    page: 'narrow-domain',
    request: { api: 'fetch' },
    hops: [{ host: 'api', response: answered(200, credentialedCors) }],
    expected: { today: uncredentialed, cookies: unlinked('cookie-domain-not-shared'), header: notAsked },
    seen: seen(),
  },
  {
    id: 'cookies-narrow-domain-credentialed',
    title: 'A credentialed call carries the API’s own cookie, but no dtCookie',
    page: 'narrow-domain',
    request: { api: 'xhr', credentials: 'include' },
    hops: [
      {
        host: 'api',
        response: {
          redirect: 302,
          to: 'next',
          headers: [
            ...credentialedCors,
            ['Set-Cookie', 'session=lab; Path=/s/cookies-narrow-domain-credentialed; Max-Age=60'],
          ],
        },
      },
      { host: 'api', path: 'api/basket', response: answered(200, credentialedCors) },
    ],
    expected: {
      today: unlinked('rum-cookies-not-sent'),
      cookies: unlinked('cookie-domain-not-shared'),
      header: notAsked,
    },
    seen: seen(),
  },
  {
    id: 'cookies-foreign-domain',
    title: 'A cookie domain that does not fit is replaced by the agent',
    page: 'foreign-domain',
    request: { api: 'fetch', credentials: 'include' },
    hops: [{ host: 'api', response: answered(200, credentialedCors) }],
    expected: { today: links('cookies-sent'), cookies: links('cookies-sent'), header: notAsked },
    seen: seen({ dtCookie: true }),
  },
  {
    id: 'cookies-lax-secure',
    title: 'SameSite=Lax and Secure do no harm on https',
    page: 'lax',
    request: { api: 'fetch' },
    hops: [{ host: 'api', response: answered(200, credentialedCors) }],
    expected: { today: uncredentialed, cookies: links('cookies-would-be-sent'), header: notAsked },
    seen: seen(),
  },
  {
    id: 'cookies-http',
    title: 'Page and API both on http',
    page: 'http',
    request: { api: 'fetch' },
    hops: [{ host: 'api', response: answered(200, credentialedCors) }],
    expected: { today: uncredentialed, cookies: links('cookies-would-be-sent'), header: notAsked },
    seen: seen(),
  },
  {
    id: 'cookies-http-to-https',
    title: 'A page on http calls an https API of its site',
    page: 'http',
    request: { api: 'fetch' },
    hops: [{ host: 'api', scheme: 'https', response: answered(200, credentialedCors) }],
    expected: {
      today: uncredentialed,
      cookies: cannot('scheme-differs', {
        engines: {
          firefox: {
            outcome: 'links',
            reason: 'cookies-would-be-sent',
            why: 'Firefox ignores the scheme when it compares sites',
          },
        },
      }),
      header: notAsked,
    },
    seen: seen(),
  },
  {
    id: 'cookies-http-secure',
    title: 'Secure cookies configured on an http page: the agent leaves Secure out',
    page: 'http-secure',
    request: { api: 'fetch', credentials: 'include' },
    hops: [{ host: 'api', response: answered(200, credentialedCors) }],
    expected: { today: links('cookies-sent'), cookies: links('cookies-sent'), header: notAsked },
    seen: seen({ dtCookie: true }),
  },
  {
    id: 'cookies-http-none',
    title: 'SameSite=None without Secure: there are no RUM cookies at all',
    page: 'http-none',
    request: { api: 'fetch', credentials: 'include' },
    hops: [{ host: 'api', response: answered(200, credentialedCors) }],
    expected: {
      // Without any cookie on the wire the log does not show that the call is credentialed.
      today: uncredentialed,
      cookies: unlinked('cookie-same-site-none-insecure'),
      header: notAsked,
    },
    seen: seen(),
  },
  {
    id: 'cookies-simple-post',
    title: 'A simple POST to an API that names the shop and accepts credentials',
    page: 'rollout',
    request: { api: 'xhr', method: 'POST', body: 'a=1' },
    hops: [
      {
        host: 'api',
        response: answered(200, [
          ['Access-Control-Allow-Origin', shopOrigin],
          ['Access-Control-Allow-Credentials', 'true'],
        ]),
      },
    ],
    expected: { today: uncredentialed, cookies: links('cookies-would-be-sent'), header: notAsked },
    seen: seen(),
  },
];
