import { describe, expect, test } from 'vitest';
import { checkCors } from '../../../../src/core/fetch/cors-check';
import type { CorsRequest, Credentials, Header } from '../../../../src/core/fetch/types';
import { fixture } from '../cors-fixture';
import { answer, PAGE, request, TARGET } from './calls';

interface Case {
  id: string;
  requestOrigin: string;
  credentials: Credentials;
  responseHeaders: Header[];
  target?: string;
  expect: 'pass' | 'fail';
  reason: string;
}

test.each(fixture<Case[]>('cors-check'))('$id $reason', (given) => {
  const call = request({
    origin: given.requestOrigin,
    credentials: given.credentials,
    url: given.target ?? TARGET,
  });
  expect(checkCors(call, answer(given.responseHeaders)).ok).toBe(given.expect === 'pass');
});

const ACAO = 'Access-Control-Allow-Origin';
const ACAC = 'Access-Control-Allow-Credentials';

describe('the reason', () => {
  test.each<[reason: string, call: Partial<CorsRequest>, headers: Header[]]>([
    ['acao-missing', {}, []],
    ['acao-mismatch', {}, [[ACAO, `${PAGE}/`]]],
    ['acao-mismatch', {}, [[ACAO, '']]],
    ['acao-mismatch', {}, [[ACAO, 'null']]],
    [
      'acao-multiple',
      {},
      [
        [ACAO, PAGE],
        [ACAO, PAGE],
      ],
    ],
    [
      'acao-multiple',
      {},
      [
        [ACAO, '*'],
        [ACAO, '*'],
      ],
    ],
    ['acao-multiple', {}, [[ACAO, `${PAGE}, https://a.test`]]],
    [
      'acao-wildcard-credentialed',
      { credentials: 'include' },
      [
        [ACAO, '*'],
        [ACAC, 'true'],
      ],
    ],
    ['acac-missing', { credentials: 'include' }, [[ACAO, PAGE]]],
    [
      'acac-not-true',
      { credentials: 'include' },
      [
        [ACAO, PAGE],
        [ACAC, 'TRUE'],
      ],
    ],
    [
      'acac-not-true',
      { credentials: 'include' },
      [
        [ACAO, PAGE],
        [ACAC, 'true'],
        [ACAC, 'true'],
      ],
    ],
    ['same-origin-mode', { mode: 'same-origin' }, [[ACAO, PAGE]]],
  ])('is %s', (reason, call, headers) => {
    expect(checkCors(request(call), answer(headers))).toMatchObject({ ok: false, reason });
  });

  test('comes with what was seen and what is needed', () => {
    const result = checkCors(request({ credentials: 'include' }), answer([[ACAO, '*']]));
    expect(result).toMatchObject({
      evidence: { subject: 'Access-Control-Allow-Origin of the response', saw: '*', needed: PAGE },
    });
  });

  test('of status 0 is that there was no answer', () => {
    expect(checkCors(request(), answer([], 0))).toMatchObject({ ok: false, reason: 'network-error' });
  });
});

test.each<[what: string, call: Partial<CorsRequest>, headers: Header[], status: number]>([
  ['same origin', { url: `${PAGE}/a` }, [], 200],
  ['same origin, default port', { origin: 'https://a.test', url: 'https://A.test:443/x' }, [], 200],
  ['no-cors', { mode: 'no-cors' }, [], 200],
  ['whatever the status', {}, [[ACAO, '*']], 500],
  ['the name in any case', {}, [['access-CONTROL-allow-origin', '*']], 200],
  ['tabs and spaces around the value', {}, [[ACAO, `\t ${PAGE} \t`]], 200],
  [
    'credentials omitted, whatever ACAC says',
    { credentials: 'omit' },
    [
      [ACAO, '*'],
      [ACAC, 'false'],
    ],
    200,
  ],
  [
    'an opaque origin by name',
    { origin: 'null', credentials: 'include' },
    [
      [ACAO, 'null'],
      [ACAC, 'true'],
    ],
    200,
  ],
])('passes: %s', (_what, call, headers, status) => {
  expect(checkCors(request(call), answer(headers, status))).toEqual({ ok: true });
});

test('an opaque origin is not the same as another', () => {
  expect(checkCors(request({ origin: 'null', url: 'data:,a' }), answer([])).ok).toBe(false);
});
