import { describe, expect, test } from 'vitest';
import { checkPreflight } from '../../../../src/core/fetch/preflight-check';
import type { CorsRequest, Credentials, Header } from '../../../../src/core/fetch/types';
import { fixture } from '../cors-fixture';
import { allowing, answer, engines, PAGE, request } from './calls';

interface Case {
  id: string;
  requestOrigin: string;
  method: string;
  headers: Header[];
  credentials: Credentials;
  status: number;
  responseHeaders: Header[];
  expect: 'pass' | 'fail';
  reason: string;
}

describe.each(engines)('%s', (engine) => {
  test.each(fixture<Case[]>('preflight-check'))('$id $reason', (given) => {
    const { requestOrigin: origin, method, headers, credentials } = given;
    const result = checkPreflight(
      request({ origin, method, headers, credentials }),
      answer(given.responseHeaders, given.status),
      engine,
    );
    expect(result.ok).toBe(given.expect === 'pass');
  });
});

const ACAO: Header = ['Access-Control-Allow-Origin', PAGE];
const ACAC: Header = ['Access-Control-Allow-Credentials', 'true'];
const acam = (value: string): Header => ['Access-Control-Allow-Methods', value];
const acah = (value: string): Header => ['Access-Control-Allow-Headers', value];
const x: Header[] = [['x-dtc', '1']];
const auth: Header[] = [['Authorization', 'a'], ...x];

describe('the reason', () => {
  test.each<[reason: string, call: Partial<CorsRequest>, headers: Header[], status?: number]>([
    ['preflight-no-answer', {}, [], 0],
    ['preflight-status', {}, [ACAO, acah('x-dtc')], 401],
    ['preflight-status', {}, [ACAO, acah('x-dtc')], 304],
    ['preflight-status', {}, [ACAO, acah('x-dtc')], 199],
    ['preflight-status', {}, [ACAO, acah('x-dtc')], 300],
    ['preflight-redirected', {}, [ACAO, acah('x-dtc')], 308],
    ['acao-missing', {}, [acah('x-dtc')]],
    ['acac-missing', { credentials: 'include' }, [ACAO, acah('x-dtc')]],
    ['acao-wildcard-credentialed', { credentials: 'include' }, [['Access-Control-Allow-Origin', '*'], ACAC]],
    ['acam-malformed', {}, [ACAO, acam('GET PUT'), acah('x-dtc')]],
    ['acah-malformed', {}, [ACAO, acah('x-dtc;v=1')]],
    ['acah-malformed', {}, [ACAO, acah('"x-dtc"')]],
    ['acah-malformed', { headers: [] }, [ACAO, acah('b\u00e4r')]],
    ['acam-lacks-method', { method: 'PUT' }, [ACAO, acam('put')]],
    ['acam-lacks-method', { method: 'patch' }, [ACAO, acam('PATCH'), acah('x-dtc')]],
    ['acam-wildcard-credentialed', { method: 'PUT', credentials: 'include' }, [ACAO, ACAC, acam('*')]],
    ['acah-lacks-x-dtc', {}, [ACAO]],
    ['acah-lacks-x-dtc', {}, [ACAO, acah('content-type, x-dtc2')]],
    ['acah-lacks-x-dtc', { headers: [['x-a', '1'], ...x] }, [ACAO]],
    ['acah-lacks-header', { headers: [['x-a', '1'], ...x] }, [ACAO, acah('x-dtc')]],
    ['acah-lacks-header', { headers: auth }, [ACAO, acah('x-dtc')]],
    ['acah-wildcard-credentialed', { credentials: 'include' }, [ACAO, ACAC, acah('*')]],
    ['acah-wildcard-authorization', { headers: auth }, [ACAO, acah('*')]],
  ])('is %s', (reason, call, headers, status) => {
    const made = request({ headers: x, ...call });
    expect(checkPreflight(made, answer(headers, status))).toMatchObject({ ok: false, reason });
  });

  test('comes with what was seen and what is needed', () => {
    const headers: Header[] = [['x-b', '1'], ...x];
    expect(checkPreflight(request({ headers }), answer([ACAO, acah('a,'), acah(' b')]))).toMatchObject({
      evidence: {
        subject: 'Access-Control-Allow-Headers of the preflight',
        saw: 'a, b',
        needed: 'x-b, x-dtc',
      },
    });
  });
});

test.each<[what: string, call: Partial<CorsRequest>, headers: Header[]]>([
  ['all by name', { method: 'PUT' }, [...allowing('omit').headers]],
  ['names in any case', {}, [ACAO, acah('X-Dtc')]],
  ['several lines', {}, [ACAO, acah('a'), acah('x-dtc')]],
  ['empty members', {}, [ACAO, acah(' ,\t, x-dtc ,,')]],
  ['* without credentials', { method: 'PUT' }, [['Access-Control-Allow-Origin', '*'], acam('*'), acah('*')]],
  [
    'a literal * with credentials',
    { method: '*', headers: [['*', '1']], credentials: 'include' },
    [ACAO, ACAC, acam('*'), acah('*')],
  ],
  ['authorization beside *', { headers: auth }, [ACAO, acah('*, Authorization')]],
])('passes: %s', (_what, call, headers) => {
  expect(checkPreflight(request({ headers: x, ...call }), answer(headers, 204))).toEqual({ ok: true });
});

test('* covers authorization in browsers, but not in the standard', () => {
  const results = engines.map((engine) =>
    checkPreflight(request({ headers: auth }), answer([ACAO, acah('*')]), engine),
  );
  expect(results.map(({ ok }) => ok)).toEqual([false, true, true]);
});
