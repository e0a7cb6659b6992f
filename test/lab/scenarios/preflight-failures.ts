import type { Header, ReasonCode } from '../../../src/core';
import {
  allowing,
  answered,
  connectionReset,
  credentialedCors,
  namedCors,
  openCors,
  shopOrigin,
} from './answers';
import { everywhere, fails, seen } from './expectations';
import type { Answer, Scenario, ScenarioRequest } from './types';

const json: Header = ['content-type', 'application/json'];
const putJson: ScenarioRequest = { api: 'fetch', method: 'PUT', headers: [json], body: '{}' };
const putJsonWithCredentials: ScenarioRequest = { ...putJson, credentials: 'include' };
const lists = { methods: 'PUT', headers: 'content-type, x-dtc' };

/** A preflighted call of the page to the API of its site that fails at the preflight, today and on every route. */
const failure = (
  id: string,
  title: string,
  rule: ReasonCode,
  preflight: Answer,
  request: ScenarioRequest = putJson,
): Scenario => ({
  id: `preflight-${id}`,
  title,
  page: 'rollout',
  request,
  hops: [{ host: 'api', preflight, response: answered(200, credentialedCors) }],
  expected: everywhere(fails(rule)),
  seen: seen({ failed: true, preflight: true, arrived: false }),
});

/** Every way in which a preflight fails. */
export const preflightFailureScenarios: readonly Scenario[] = [
  ...[401, 403, 404, 405, 500].map((status) =>
    failure(
      `status-${status}`,
      `OPTIONS is answered by ${status}, with perfect headers`,
      'preflight-status',
      allowing(credentialedCors, lists, status),
    ),
  ),
  failure('redirected', 'OPTIONS is redirected to a login', 'preflight-redirected', {
    redirect: 302,
    to: { location: '/login' },
    headers: [...credentialedCors, ['Access-Control-Allow-Headers', '*']],
  }),
  failure('reset', 'The connection is cut on OPTIONS', 'preflight-no-answer', connectionReset),
  failure('acao-missing', 'No Allow-Origin on the preflight', 'acao-missing', allowing([], lists)),
  failure(
    'acao-other-origin',
    'Allow-Origin names another origin',
    'acao-mismatch',
    allowing([['Access-Control-Allow-Origin', 'https://www.shop.test']], lists),
  ),
  failure(
    'acao-trailing-slash',
    'Allow-Origin with a trailing slash',
    'acao-mismatch',
    allowing([['Access-Control-Allow-Origin', `${shopOrigin}/`]], lists),
  ),
  failure(
    'acao-twice',
    'Proxy and application both set Allow-Origin',
    'acao-multiple',
    allowing([...openCors, ...namedCors], lists),
  ),
  failure(
    'acao-wildcard-credentialed',
    'Allow-Origin: * on a credentialed call',
    'acao-wildcard-credentialed',
    allowing([...openCors, ['Access-Control-Allow-Credentials', 'true']], lists),
    putJsonWithCredentials,
  ),
  failure(
    'acac-missing',
    'No Allow-Credentials on the preflight of a credentialed call',
    'acac-missing',
    allowing(namedCors, lists),
    putJsonWithCredentials,
  ),
  failure(
    'acac-capital',
    'Allow-Credentials: TRUE on a credentialed call',
    'acac-not-true',
    allowing([...namedCors, ['Access-Control-Allow-Credentials', 'TRUE']], lists),
    putJsonWithCredentials,
  ),
  failure(
    'acam-lacks-method',
    'Allow-Methods does not list PUT',
    'acam-lacks-method',
    allowing(credentialedCors, { ...lists, methods: 'GET, POST' }),
  ),
  failure(
    'acam-case',
    'The script writes “patch”, the server lists PATCH',
    'acam-lacks-method',
    allowing(credentialedCors, { ...lists, methods: 'PATCH' }),
    { ...putJson, method: 'patch' },
  ),
  failure(
    'acam-wildcard-credentialed',
    'Allow-Methods: * on a credentialed call',
    'acam-wildcard-credentialed',
    allowing(credentialedCors, { ...lists, methods: '*' }),
    putJsonWithCredentials,
  ),
  failure(
    'acam-malformed',
    'A blank inside a member of Allow-Methods',
    'acam-malformed',
    allowing(credentialedCors, { ...lists, methods: 'PUT, DELETE POST' }),
  ),
  failure(
    'acah-lacks-header',
    'Allow-Headers does not list a header of the call',
    'acah-lacks-header',
    allowing(credentialedCors, lists),
    { ...putJson, headers: [json, ['x-request-id', '7']] },
  ),
  failure(
    'acah-typo',
    'contenttype instead of content-type',
    'acah-lacks-header',
    allowing(credentialedCors, { ...lists, headers: 'contenttype, x-dtc' }),
  ),
  failure(
    'acah-malformed',
    'Quotes around a member of Allow-Headers',
    'acah-malformed',
    allowing(credentialedCors, { ...lists, headers: 'content-type, "x-dtc"' }),
  ),
  failure(
    'acah-wildcard-credentialed',
    'Allow-Headers: * on a credentialed call',
    'acah-wildcard-credentialed',
    allowing(credentialedCors, { ...lists, headers: '*' }),
    putJsonWithCredentials,
  ),
];
