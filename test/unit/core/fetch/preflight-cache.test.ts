import { describe, expect, test } from 'vitest';
import {
  bypassesPreflightCache,
  cacheAfterFailedResponse,
  cachedPreflight,
  isPreflightCached,
  preflightLifetime,
  type CachedPreflight,
} from '../../../../src/core/fetch/preflight-cache';
import { preflightCauses } from '../../../../src/core/fetch/preflight-causes';
import { checkPreflight } from '../../../../src/core/fetch/preflight-check';
import type { CorsRequest, CorsResponse, Engine } from '../../../../src/core/fetch/types';
import { fixture } from '../cors-fixture';
import { allowing, answer, engines, request, TARGET } from './calls';

const maxAge = (value: string) => answer([['Access-Control-Max-Age', value]]);

test.each<[value: string, standard: number, chromium: number, firefox: number]>([
  ['0', 0, 0, 0],
  ['-1', 0, 0, 0],
  [' \t60 ', 60, 60, 60],
  ['abc', 5, 5, 0],
  ['1.5', 5, 5, 0],
  ['3600 3', 5, 5, 0],
  ['', 5, 5, 0],
  ['100000', 100_000, 7_200, 86_400],
])('Access-Control-Max-Age: %s', (value, ...seconds) => {
  expect(engines.map((engine) => preflightLifetime(maxAge(value), engine))).toEqual(seconds);
});

test('absent means five seconds', () => {
  expect(engines.map((engine) => preflightLifetime(answer([]), engine))).toEqual([5, 5, 5]);
});

interface Step {
  readonly call: CorsRequest;
  readonly answer: CorsResponse;
  readonly at: number;
  readonly cacheMode?: 'no-store' | 'reload' | 'no-cache';
  /** The server's answer to the call itself allows no origin. */
  readonly responseFails?: boolean;
}

/** The methods that a server receives when these calls are made one after the other. */
function sequence(steps: readonly Step[], engine: Engine): string {
  let cache: readonly CachedPreflight[] = [];
  const received: string[] = [];
  for (const { call, answer: given, at, cacheMode = 'default', responseFails } of steps) {
    const asksAnew = bypassesPreflightCache(cacheMode, engine) || !isPreflightCached(cache, call, at, engine);
    if (preflightCauses(call, engine).length > 0 && asksAnew) {
      received.push('OPTIONS');
      if (!checkPreflight(call, given, engine).ok) continue;
      const kept = cachedPreflight(call, given, at, engine);
      if (kept) cache = [...cache, kept];
    }
    received.push(call.method);
    if (responseFails) cache = cacheAfterFailedResponse(cache, call, engine);
  }
  return received.join();
}

function step(over: Partial<CorsRequest> = {}, allow = 'x', max?: string, at = 0): Step {
  const call = request({ headers: [['x', '1']], ...over });
  const base = allowing(call.credentials, allow);
  const headers =
    max === undefined ? base.headers : [...base.headers, ['Access-Control-Max-Age', max] as const];
  return { call, answer: answer(headers), at };
}

function method(name: string): Step {
  const call = request({ method: name });
  return { call, answer: allowing(call.credentials, '', 'PUT'), at: 0 };
}

const both = {
  headers: [
    ['x', '1'],
    ['y', '1'],
  ],
} as const;
const y = { headers: [['y', '1']] } as const;
const cred = { credentials: 'include' } as const;
const other = { url: `${TARGET}?b` };

const scenarios: Record<string, Step[]> = {
  'max-age undefined': [step(), step()],
  'max-age "0"': [step({}, 'x', '0'), step()],
  'max-age "-1"': [step({}, 'x', '-1'), step()],
  'max-age "abc"': [step({}, 'x', 'abc'), step()],
  'max-age "3600"': [step({}, 'x', '3600'), step()],
  'max-age "\\t  3600 \\t "': [step({}, 'x', '\t  3600 \t '), step()],
  'max-age "3600 3"': [step({}, 'x', '3600 3'), step()],
  'max-age "1.5"': [step({}, 'x', '1.5'), step()],
  'max-age absent, after 6s': [step(), step({}, 'x', undefined, 6_000)],
  'max-age 1, after 2.2s': [step({}, 'x', '1'), step({}, 'x', undefined, 2_200)],
  'cached * covers other header': [step({}, '*'), step(y, '*')],
  'uncred,cred,uncred': [step(), step(cred), step()],
  'cred,uncred,cred': [step(cred), step(), step(cred)],
  'query differs': [step(), step(other), step(other)],
  'fragment differs': [step(), step({ url: `${TARGET}#b` })],
  'superset listed': [step({}, 'x, y'), step(y), step(both)],
  'cache no-store second': [step(), { ...step(), cacheMode: 'no-store' }, step()],
  'cache reload second': [step(), { ...step(), cacheMode: 'reload' }, step()],
  'cache no-cache second': [step(), { ...step(), cacheMode: 'no-cache' }, step()],
  'failed actual CORS check clears entry': [step(), { ...step(), responseFails: true }, step()],
  'method cached PUT then DELETE not': [method('PUT'), method('PUT'), method('DELETE')],
  'two entries merged (x then y then both)': [step({}, 'x'), step(y, 'y'), step(both, 'x, y')],
};

interface Observed {
  label: string;
  chromium156: string;
  firefox153: string;
}

describe('as observed', () => {
  const cases = fixture<{ cases: Observed[] }>('observed').cases;
  test.each(Object.entries(scenarios))('%s', (label, steps) => {
    const seen = cases.find((entry) => entry.label === `preflight cache: ${label}`);
    expect(sequence(steps, 'chromium')).toBe(seen?.chromium156);
    expect(sequence(steps, 'firefox')).toBe(seen?.firefox153);
  });
});

test('by the standard a failed response clears its URL’s entries, and no cache mode asks anew', () => {
  expect(sequence(scenarios['failed actual CORS check clears entry']!, 'standard')).toBe(
    'OPTIONS,GET,GET,OPTIONS,GET',
  );
  expect(sequence(scenarios['cache no-store second']!, 'standard')).toBe('OPTIONS,GET,GET,GET');
});

test('by the standard entries add up, and a cached * covers other names', () => {
  expect(sequence(scenarios['two entries merged (x then y then both)']!, 'standard')).toBe(
    'OPTIONS,GET,OPTIONS,GET,GET',
  );
  expect(sequence(scenarios['cached * covers other header']!, 'standard')).toBe('OPTIONS,GET,GET');
});

test('a method must be listed, unless the preflight was forced for it', () => {
  const put = request({ method: 'PUT' });
  const remove = request({ method: 'DELETE' });
  const kept = cachedPreflight(put, allowing('omit', '', 'PUT'), 0)!;
  expect([isPreflightCached([kept], put, 1), isPreflightCached([kept], remove, 1)]).toEqual([true, false]);
  const upload = request({ method: 'POST', uploadListener: true, hasBody: true });
  const forced = cachedPreflight(upload, allowing('omit', '', ''), 0);
  expect(forced?.methods).toEqual(['POST']);
});
