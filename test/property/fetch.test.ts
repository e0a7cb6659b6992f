import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkCors,
  checkPreflight,
  isForbiddenRequestHeader,
  predictFetch,
  preflightCauses,
  unsafeRequestHeaderNames,
  type CorsRequest,
  type CorsResponse,
  type Engine,
  type Header,
} from '../../src/core';

const engine = fc.constantFrom<Engine>('standard', 'chromium', 'firefox');
const origin = fc.constantFrom(
  'https://www.shop.test',
  'https://api.shop.test',
  'http://a.test:8080',
  'null',
);
const url = fc.constantFrom(
  'https://api.shop.test/a',
  'https://www.shop.test/b',
  'http://a.test:8080/',
  'http://[::1]/',
);
const byte = fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code));
const name = fc.oneof(
  fc.constantFrom(
    'accept',
    'Accept-Language',
    'content-type',
    'range',
    'Authorization',
    'x-a',
    'X-B',
    'dpr',
    'Cookie',
  ),
  fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9-]{0,8}$/),
);
const value = fc.oneof(
  fc.constantFrom('text/plain', 'application/json', '*/*', 'bytes=0-9', '2', 'TRACE', 'a'.repeat(100)),
  fc.string({ unit: byte, maxLength: 140 }),
);
const headers: fc.Arbitrary<Header[]> = fc.array(fc.tuple(name, value), { maxLength: 12 });
const method = fc.constantFrom('GET', 'get', 'POST', 'put', 'PATCH', 'patch', 'DELETE', 'NEW');
const credentials = fc.constantFrom('omit', 'same-origin', 'include');

const request: fc.Arbitrary<CorsRequest> = fc.record({
  origin,
  url,
  method,
  headers,
  credentials,
  uploadListener: fc.boolean(),
  hasBody: fc.boolean(),
});

const listed = fc.array(
  fc.constantFrom('*', 'x-a', 'X-B', 'authorization', 'content-type', 'PUT', 'patch', ' ', 'a b'),
);

const response: fc.Arbitrary<CorsResponse> = fc
  .record({
    status: fc.constantFrom(200, 204, 302, 401, 0),
    allowed: fc.option(fc.oneof(origin, fc.constant('*'))),
    credentials: fc.option(fc.constantFrom('true', 'True')),
    names: listed,
    methods: listed,
  })
  .map(({ status, allowed, credentials: allow, names, methods }) => {
    const lines: Header[] = [
      ['Access-Control-Allow-Headers', names.join(',')],
      ['Access-Control-Allow-Methods', methods.join(',')],
    ];
    if (allowed !== null) lines.push(['Access-Control-Allow-Origin', allowed]);
    if (allow !== null) lines.push(['Access-Control-Allow-Credentials', allow]);
    return { status, headers: lines };
  });

function withLine(answer: CorsResponse, header: Header): CorsResponse {
  return { ...answer, headers: [...answer.headers, header] };
}

describe('allowing more never breaks a call', () => {
  const more = fc.constantFrom<Header>(
    ['Access-Control-Allow-Headers', 'x-dtc'],
    ['Access-Control-Allow-Headers', '*'],
    ['Access-Control-Allow-Methods', 'DELETE'],
    ['Access-Control-Allow-Methods', '*'],
  );

  test('one more member in a list', () => {
    fc.assert(
      fc.property(request, response, more, engine, (call, answer, header, by) => {
        fc.pre(checkPreflight(call, answer, by).ok);
        expect(checkPreflight(call, withLine(answer, header), by).ok).toBe(true);
      }),
      { numRuns: 500, maxSkipsPerRun: 1_000 },
    );
  });

  test('an answer that accepts a credentialed call accepts an uncredentialed one', () => {
    fc.assert(
      fc.property(request, response, (call, answer) => {
        fc.pre(checkCors({ ...call, credentials: 'include' }, answer).ok);
        expect(checkCors({ ...call, credentials: 'same-origin' }, answer).ok).toBe(true);
      }),
    );
  });

  test('one header less on the request', () => {
    fc.assert(
      fc.property(request, response, engine, fc.nat(), (call, answer, by, index) => {
        fc.pre(call.headers.length > 0 && checkPreflight(call, answer, by).ok);
        const fewer = call.headers.filter((_, i) => i !== index % call.headers.length);
        expect(checkPreflight({ ...call, headers: fewer }, answer, by).ok).toBe(true);
      }),
      { maxSkipsPerRun: 1_000 },
    );
  });
});

test('a same-origin call is never preflighted, and its response is never checked', () => {
  fc.assert(
    fc.property(request, response, engine, (call, answer, by) => {
      const home = { ...call, origin: new URL(call.url).origin };
      expect(preflightCauses(home, by)).toEqual([]);
      expect(checkCors(home, answer).ok).toBe(answer.status !== 0);
    }),
  );
});

test('x-dtc on a cross-origin cors call always causes a preflight', () => {
  fc.assert(
    fc.property(request, value, engine, (call, dtc, by) => {
      fc.pre(call.origin !== new URL(call.url).origin);
      const tagged: CorsRequest = { ...call, headers: [...call.headers, ['x-dtc', dtc]] };
      expect(preflightCauses(tagged, by)).toContainEqual({ kind: 'header', name: 'x-dtc' });
      expect(preflightCauses({ ...tagged, mode: 'no-cors' }, by)).toEqual([]);
    }),
  );
});

test('credentials never cause a preflight', () => {
  fc.assert(
    fc.property(request, engine, (call, by) => {
      const causes = preflightCauses({ ...call, credentials: 'omit' }, by);
      expect(preflightCauses({ ...call, credentials: 'include' }, by)).toEqual(causes);
    }),
  );
});

test('unsafe names are sorted, unique, lower-case and never forbidden', () => {
  fc.assert(
    fc.property(headers, engine, (list, by) => {
      const names = unsafeRequestHeaderNames(list, by);
      expect(names).toEqual([...new Set(names.map((entry) => entry.toLowerCase()))].sort());
      for (const entry of names) expect(isForbiddenRequestHeader(entry)).toBe(false);
      const given = new Set(list.map(([entry]) => entry.toLowerCase()));
      for (const entry of names) expect(given.has(entry)).toBe(true);
    }),
  );
});

test('Firefox asks about everything that the standard asks about', () => {
  fc.assert(
    fc.property(headers, (list) => {
      const byFirefox = new Set(unsafeRequestHeaderNames(list, 'firefox'));
      // More names under 1024 bytes can spare the sum, but only by being unsafe themselves.
      const small = list.reduce((sum, [, text]) => sum + text.length, 0) <= 1_024;
      fc.pre(small);
      for (const entry of unsafeRequestHeaderNames(list)) expect(byFirefox.has(entry)).toBe(true);
    }),
  );
});

test('a failure says what was seen and what is needed', () => {
  fc.assert(
    fc.property(request, response, engine, (call, answer, by) => {
      for (const result of [checkPreflight(call, answer, by), checkCors(call, answer)]) {
        if (result.ok) continue;
        expect(result.detail).not.toBe('');
        expect(result.evidence?.subject).toBeTruthy();
        expect(result.evidence?.saw).not.toBe(result.evidence?.needed);
      }
    }),
  );
});

test('one hop is its preflight and its response', () => {
  fc.assert(
    fc.property(request, response, response, engine, (call, preflight, answer, by) => {
      const final = { ...answer, status: answer.status === 302 ? 200 : answer.status };
      const made = call.origin.startsWith('https:')
        ? { ...call, url: call.url.replace(/^http:/, 'https:') }
        : call;
      const asks = preflightCauses(made, by).length > 0;
      const expected = (!asks || checkPreflight(made, preflight, by).ok) && checkCors(made, final).ok;
      const prediction = predictFetch(made, [{ url: made.url, response: final, preflight }], by);
      expect(prediction.ok).toBe(expected);
      expect(prediction.preflighted).toEqual(asks ? [0] : []);
    }),
  );
});
