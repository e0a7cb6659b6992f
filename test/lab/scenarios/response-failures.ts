import type { ReasonCode } from '../../../src/core';
import {
  allowing,
  answered,
  connectionReset,
  credentialedCors,
  namedCors,
  openCors,
  shopOrigin,
} from './answers';
import { cannot, everywhere, fails, links, notAsked, seen, uncredentialed } from './expectations';
import type { Answer, Scenario, ScenarioRequest } from './types';

const withCredentials: ScenarioRequest = { api: 'xhr', credentials: 'include' };

/** A simple call to the API of the page's site whose answer the page may not read. */
const refused = (
  id: string,
  title: string,
  rule: ReasonCode,
  response: Answer,
  request: ScenarioRequest = { api: 'fetch' },
): Scenario => ({
  id: `response-${id}`,
  title,
  page: 'rollout',
  request,
  hops: [{ host: 'api', response }],
  expected: everywhere(fails(rule)),
  seen: seen({ failed: true, dtCookie: request.credentials === 'include' }),
});

/** The request arrives, the answer is refused; and answers that look like failures and are none. */
export const responseFailureScenarios: readonly Scenario[] = [
  refused('acao-missing', 'An API that knows nothing of CORS', 'acao-missing', answered(200)),
  refused(
    'acao-other-origin',
    'The answer names another origin',
    'acao-mismatch',
    answered(200, [['Access-Control-Allow-Origin', 'https://admin.shop.test']]),
  ),
  refused(
    'acao-pattern',
    'A pattern in Allow-Origin',
    'acao-mismatch',
    answered(200, [['Access-Control-Allow-Origin', 'https://*.shop.test']]),
    { api: 'xhr' },
  ),
  refused(
    'acao-null',
    'Allow-Origin: null for a page that has an origin',
    'acao-mismatch',
    answered(200, [['Access-Control-Allow-Origin', 'null']]),
  ),
  refused(
    'acao-twice',
    'The right origin twice',
    'acao-multiple',
    answered(200, [
      ['Access-Control-Allow-Origin', shopOrigin],
      ['Access-Control-Allow-Origin', shopOrigin],
    ]),
  ),
  refused(
    'acao-wildcard-credentialed',
    'Credentials sent, Allow-Origin: *',
    'acao-wildcard-credentialed',
    answered(200, [...openCors, ['Access-Control-Allow-Credentials', 'true']]),
    withCredentials,
  ),
  refused(
    'acac-missing',
    'Credentials sent, no Allow-Credentials',
    'acac-missing',
    answered(200, namedCors),
    withCredentials,
  ),
  refused(
    'acac-quoted',
    'Credentials sent, Allow-Credentials: "true" in quotes',
    'acac-not-true',
    answered(200, [...namedCors, ['Access-Control-Allow-Credentials', '"true"']]),
    withCredentials,
  ),
  refused('reset', 'The server cuts the connection', 'network-error', connectionReset, {
    api: 'fetch',
    method: 'POST',
    body: 'a=1',
  }),
  {
    id: 'response-fails-after-preflight',
    title: 'The preflight passes, the actual answer lacks Allow-Origin',
    page: 'rollout',
    request: { api: 'fetch', method: 'DELETE' },
    hops: [
      {
        host: 'api',
        preflight: allowing(credentialedCors, { methods: 'DELETE', headers: 'x-dtc' }),
        response: answered(200),
      },
    ],
    expected: everywhere(fails('acao-missing')),
    seen: seen({ failed: true, preflight: true }),
  },
  {
    id: 'response-mixed-content',
    title: 'An https page calls an http address',
    page: 'rollout',
    request: { api: 'fetch' },
    hops: [{ host: 'partner', scheme: 'http', response: answered(200, openCors) }],
    expected: {
      today: fails('mixed-content'),
      cookies: cannot('cross-site'),
      header: fails('mixed-content'),
    },
    seen: seen({ failed: true, arrived: false }),
  },
  {
    id: 'response-401-readable',
    title: 'A 401 with CORS headers is an answer like any other',
    page: 'rollout',
    request: { api: 'xhr' },
    hops: [{ host: 'api', response: answered(401, credentialedCors) }],
    expected: { today: uncredentialed, cookies: links('cookies-would-be-sent'), header: notAsked },
    seen: seen(),
  },
];
