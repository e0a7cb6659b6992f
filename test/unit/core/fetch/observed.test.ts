import { describe, expect, test } from 'vitest';
import { predictFetch } from '../../../../src/core/fetch/predict-fetch';
import { preflightCauses } from '../../../../src/core/fetch/preflight-causes';
import { preflightRequestHeaders } from '../../../../src/core/fetch/preflight-request';
import type { CorsRequest, CorsResponse, Header } from '../../../../src/core/fetch/types';
import { fixture } from '../cors-fixture';
import { answer, PAGE, request } from './calls';

interface Seen {
  ok?: boolean;
  seq: string[];
  acrh: string | null;
}

interface Case {
  label: string;
  chromium156: Seen;
  firefox153: Seen;
}

const ACAO: Header = ['Access-Control-Allow-Origin', PAGE];
const ACAC: Header = ['Access-Control-Allow-Credentials', 'true'];
const acah = (value: string): Header => ['Access-Control-Allow-Headers', value];
const acam = (value: string): Header => ['Access-Control-Allow-Methods', value];
const star: Header = ['Access-Control-Allow-Origin', '*'];
const everything = answer([star, acah('*'), acam('*')]);
const a100 = 'a'.repeat(100);

interface Scenario {
  readonly call: Partial<CorsRequest>;
  readonly preflight?: CorsResponse;
  readonly response?: CorsResponse;
}

const x: Header[] = [['x-dtc', '1']];
const include = { headers: x, credentials: 'include' } as const;
const byName = answer([ACAO, ACAC, acah('x-dtc')]);
const withType = (type: string): Scenario => ({
  call: { method: 'POST', headers: [['Content-Type', type]], hasBody: true },
});
const setHeader = (name: string, value = '1', method = 'GET'): Scenario => ({
  call: { method, headers: [[name, value]] },
});
const listener = { uploadListener: true } as const;

const scenarios: Record<string, Scenario> = {
  'patch-lower vs ACAM PATCH': { call: { method: 'patch' }, preflight: answer([ACAO, acam('PATCH')]) },
  'patch-lower vs ACAM patch': { call: { method: 'patch' }, preflight: answer([ACAO, acam('patch')]) },
  'PATCH vs ACAM patch': { call: { method: 'PATCH' }, preflight: answer([ACAO, acam('patch')]) },
  'two accept headers 100 bytes each': {
    call: {
      headers: [
        ['accept', a100],
        ['accept', a100],
      ],
    },
  },
  'content-type json then text/plain (two entries)': {
    call: {
      method: 'POST',
      headers: [
        ['content-type', 'application/json'],
        ['content-type', 'text/plain'],
      ],
    },
  },
  'user-agent set': setHeader('User-Agent'),
  'x-dtc no-cors': { call: { headers: x, mode: 'no-cors' }, response: answer([]) },
  'x-dtc cors uncred ACAH *': { call: { headers: x } },
  'x-dtc cors include ACAH *': {
    call: include,
    preflight: answer([ACAO, ACAC, acah('*')]),
    response: byName,
  },
  'x-dtc include ACAH x-dtc': { call: include, preflight: byName, response: byName },
  'x-dtc ACAH "x-dtc;v=1"': { call: { headers: x }, preflight: answer([ACAO, acah('x-dtc;v=1')]) },
  'x-dtc ACAH quoted': { call: { headers: x }, preflight: answer([ACAO, acah('"x-dtc"')]) },
  'x-dtc ACAH two fields': { call: { headers: x }, preflight: answer([ACAO, acah('a'), acah('x-dtc')]) },
  'Authorization+x-dtc ACAH *': { call: { headers: [['Authorization', 'Bearer x'], ...x] } },
  'Authorization+x-dtc ACAH x-dtc': {
    call: { headers: [['Authorization', 'Bearer x'], ...x] },
    preflight: answer([ACAO, acah('x-dtc')]),
  },
  'include: preflight lacks ACAC, actual has it': {
    call: include,
    preflight: answer([ACAO, acah('x-dtc')]),
    response: byName,
  },
  'include: preflight ACAO *, actual exact': {
    call: include,
    preflight: answer([star, ACAC, acah('x-dtc')]),
    response: byName,
  },
  'uncred: preflight ok, actual lacks ACAO': { call: { headers: x }, response: answer([]) },
  'If-None-Match set by script': setHeader('If-None-Match'),
  'Cache-Control set by script': setHeader('Cache-Control'),
  'X-Requested-With': setHeader('X-Requested-With'),
  traceparent: setHeader('traceparent'),
  'X-HTTP-Method-Override PUT': setHeader('X-HTTP-Method-Override', 'PUT', 'POST'),
  'X-HTTP-Method-Override TRACE': setHeader('X-HTTP-Method-Override', 'TRACE', 'POST'),
  '204 preflight': { call: { headers: x }, preflight: answer([ACAO, acah('x-dtc')], 204) },
  'fetch string body': withType('text/plain;charset=UTF-8'),
  'fetch URLSearchParams': withType('application/x-www-form-urlencoded;charset=UTF-8'),
  'fetch FormData': withType('multipart/form-data; boundary=----WebKitFormBoundaryEneF4Gx8Knp8HHm1'),
  'fetch ArrayBuffer': { call: { method: 'POST', hasBody: true } },
  'fetch Blob json': withType('application/json'),
  'xhr Document body': withType('text/html;charset=UTF-8'),
  'xhr Blob text/plain': withType('text/plain'),
  'xhr upload listener GET (no body)': { call: listener },
  'xhr upload listener POST null body': { call: { ...listener, method: 'POST' } },
  'xhr upload listener custom event': {
    call: {
      ...listener,
      method: 'POST',
      hasBody: true,
      headers: [['content-type', 'text/plain;charset=UTF-8']],
    },
  },
  'sendBeacon json blob': withType('application/json'),
  'fetch cache no-cache': { call: {} },
};

const cases = fixture<{ cases: Case[] }>('observed').cases;

describe.each([
  ['chromium', 'chromium156'],
  ['firefox', 'firefox153'],
] as const)('%s as observed', (engine, key) => {
  test.each(Object.entries(scenarios))('%s', (label, { call, preflight, response }) => {
    const seen = cases.find((entry) => entry.label === label)![key];
    const made = request(call);
    const asks = preflightCauses(made, engine).length > 0;
    expect(asks).toBe(seen.seq[0] === 'OPTIONS');
    if (asks)
      expect(
        new Map(preflightRequestHeaders(made, engine)).get('Access-Control-Request-Headers') ?? null,
      ).toBe(seen.acrh);
    if (seen.ok === undefined) return;
    const hop = { url: made.url, response: response ?? everything, preflight: preflight ?? everything };
    expect(predictFetch(made, [hop], engine).ok).toBe(seen.ok);
  });

  test('ReadableStream body', () => {
    const seen = cases.find((entry) => entry.label === 'ReadableStream body')![key];
    const call = request({ method: 'POST', hasBody: true, streamBody: true });
    expect(preflightCauses(call, engine).length > 0).toBe(seen.seq[0] === 'OPTIONS');
  });

  test('same-origin -> cross redirect with Authorization + x-dtc', () => {
    const call = request({ headers: [['Authorization', 'Bearer x'], ...x], url: `${PAGE}/` });
    const hops = [
      { url: `${PAGE}/`, response: answer([], 302) },
      { url: 'http://target.test:8001/', response: answer([ACAO]), preflight: answer([ACAO, acah('x-dtc')]) },
    ];
    expect(predictFetch(call, hops, engine)).toEqual({ ok: true, preflighted: [1] });
  });
});
