import { describe, expect, test } from 'vitest';
import {
  cachedPreflight,
  isPreflightCached,
  preflightLifetime,
  type CachedPreflight,
} from '../../../../src/core/fetch/preflight-cache';
import { preflightCauses } from '../../../../src/core/fetch/preflight-causes';
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
}

/** The methods that a server receives when these calls are made one after the other. */
function sequence(steps: readonly Step[], engine: Engine): string {
  let cache: CachedPreflight[] = [];
  const received: string[] = [];
  for (const { call, answer: given, at } of steps) {
    if (preflightCauses(call, engine).length > 0 && !isPreflightCached(cache, call, at, engine)) {
      received.push('OPTIONS');
      const kept = cachedPreflight(call, given, at, engine);
      if (kept) cache = [...cache, kept];
    }
    received.push(call.method);
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
