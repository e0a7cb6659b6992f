import type { Header } from '../../../src/core';
import { allowing, answered, credentialedCors, namedCors, openCors } from './answers';
import { breaks, cannot, everywhere, fails, links, notAsked, seen, uncredentialed } from './expectations';
import type { Answer, Scenario } from './types';

const crossSite = cannot('cross-site');
const toNext = (status: number, headers: readonly Header[] = credentialedCors): Answer => ({
  redirect: status,
  to: 'next',
  headers,
});
const toLocation = (location: string): Answer => ({
  redirect: 302,
  to: { location },
  headers: credentialedCors,
});
const ready = answered(200, credentialedCors);

/** Seen in Firefox ESR 153; by the standard the GET after a 303 needs no preflight. */
const asksAgain = {
  firefox: {
    ...fails('preflight-status'),
    why: 'Firefox sends an OPTIONS to the target of the 303, too, and this server does not answer it',
  },
} as const;

/** Redirected calls: the last hop that matters decides. */
export const redirectScenarios: readonly Scenario[] = [
  {
    id: 'redirect-same-to-cross-origin',
    title: 'The page’s own origin redirects to the API',
    page: 'rollout',
    moment: 'idle',
    request: { api: 'fetch' },
    hops: [
      { host: 'shop', response: toNext(302, []) },
      { host: 'api', path: 'api/moved', response: ready },
    ],
    expected: { today: uncredentialed, cookies: links('cookies-would-be-sent'), header: notAsked },
    seen: seen(),
  },
  {
    id: 'redirect-takes-page-context',
    title: 'In a user action x-dtpc follows the redirect to the API and is refused',
    page: 'rollout',
    request: { api: 'fetch' },
    hops: [
      { host: 'shop', response: toNext(302, []) },
      {
        host: 'api',
        path: 'api/moved',
        preflight: allowing(credentialedCors, { headers: 'x-dtc' }),
        response: ready,
      },
    ],
    expected: everywhere(fails('acah-lacks-header')),
    seen: seen({ failed: true, preflight: true, dtCookie: true }),
  },
  {
    id: 'redirect-cross-origin-open',
    title: 'The API redirects to the partner, who allows everybody',
    page: 'rollout',
    request: { api: 'fetch' },
    hops: [
      { host: 'api', response: toNext(302) },
      { host: 'partner', path: 'api/moved', response: answered(200, openCors) },
    ],
    expected: { today: uncredentialed, cookies: crossSite, header: notAsked },
    seen: seen(),
  },
  {
    id: 'redirect-tainted',
    title: 'The API redirects to the partner, who names the shop: the origin has become null',
    page: 'rollout',
    request: { api: 'xhr' },
    hops: [
      { host: 'api', response: toNext(302) },
      { host: 'partner', path: 'api/moved', response: answered(200, namedCors) },
    ],
    expected: { today: fails('origin-tainted'), cookies: crossSite, header: fails('origin-tainted') },
    seen: seen({ failed: true }),
  },
  {
    id: 'redirect-303-after-put',
    title: 'PUT, then 303 to a GET that needs no preflight today',
    page: 'rollout',
    request: {
      api: 'fetch',
      method: 'PUT',
      headers: [['content-type', 'application/json']],
      body: '{}',
    },
    hops: [
      {
        host: 'api',
        preflight: allowing(credentialedCors, { methods: 'PUT', headers: 'content-type, x-dtc' }),
        response: toNext(303),
      },
      { host: 'api', path: 'api/result', response: ready },
    ],
    expected: {
      today: { ...uncredentialed, engines: asksAgain },
      cookies: links('cookies-would-be-sent', { engines: asksAgain }),
      header: { ...notAsked, engines: asksAgain },
    },
    seen: seen({
      preflight: true,
      engines: {
        firefox: {
          failed: true,
          preflight: true,
          arrived: true,
          xDtc: false,
          dtCookie: false,
          why: asksAgain.firefox.why,
        },
      },
    }),
  },
  {
    id: 'redirect-307-second-refuses',
    title: 'POST of JSON, 307: each URL is asked, the second does not list x-dtc',
    page: 'rollout',
    request: {
      api: 'xhr',
      method: 'POST',
      headers: [['content-type', 'application/json']],
      body: '{}',
    },
    hops: [
      {
        host: 'api',
        preflight: allowing(credentialedCors, { headers: 'content-type, x-dtc' }),
        response: toNext(307),
      },
      {
        host: 'api',
        path: 'api/result',
        preflight: allowing(credentialedCors, { headers: 'accept, content-type' }),
        response: ready,
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
    id: 'redirect-without-cors',
    title: 'The redirect itself lacks Allow-Origin',
    page: 'rollout',
    request: { api: 'fetch' },
    hops: [
      { host: 'api', response: toNext(301, []) },
      { host: 'api', path: 'api/moved', response: ready },
    ],
    expected: everywhere(fails('acao-missing')),
    seen: seen({ failed: true }),
  },
  {
    id: 'redirect-user-in-url',
    title: 'The redirect leads to a URL with user and password',
    page: 'rollout',
    request: { api: 'fetch' },
    hops: [{ host: 'api', response: toLocation('https://user:secret@api.shop.test/s/none/api/items') }],
    expected: everywhere(fails('redirect-credentials-in-url')),
    seen: seen({ failed: true }),
  },
  {
    id: 'redirect-not-http',
    title: 'The redirect leads away from http(s)',
    page: 'rollout',
    request: { api: 'fetch' },
    hops: [{ host: 'api', response: toLocation('ftp://api.shop.test/items') }],
    expected: everywhere(fails('redirect-not-http')),
    seen: seen({ failed: true }),
  },
  {
    id: 'redirect-loop',
    title: 'A URL that redirects to itself for ever',
    page: 'rollout',
    request: { api: 'fetch' },
    hops: [{ host: 'api', response: { redirect: 302, to: 'self', headers: credentialedCors } }],
    expected: everywhere(fails('too-many-redirects')),
    seen: seen({ failed: true }),
  },
];
