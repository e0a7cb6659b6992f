import { describe, expect, it } from 'vitest';
import { aspects, compare } from '../../oracle/judge/compare';
import type { Expectation } from '../../oracle/judge/expectation';
import type { Observation } from '../../oracle/judge/observation';
import type { HopRequest } from '../../oracle/world/world';

const page = 'https://app.shop.test';
const expected: Expectation = {
  ok: true,
  reason: null,
  asksFirst: true,
  preflights: [{ hop: 0, origin: page, requestedMethod: 'PUT', requestedHeaders: 'x-dtc' }],
  requests: [{ hop: 0, method: 'PUT', origin: page, cookies: ['a'] }],
};
const asked: HopRequest = {
  hop: 0,
  isPreflight: true,
  method: 'OPTIONS',
  origin: page,
  requestedMethod: 'PUT',
  requestedHeaders: 'x-dtc',
  cookies: [],
};
const sent: HopRequest = {
  ...asked,
  isPreflight: false,
  method: 'PUT',
  requestedMethod: null,
  requestedHeaders: null,
  cookies: ['a'],
};
const seen = (received: readonly HopRequest[], ok = true): Observation => ({ ok, error: null, received });

describe('the comparison', () => {
  it('finds nothing where core and browser agree, repeated requests included', () => {
    expect(compare(expected, seen([asked, asked, sent, sent]))).toEqual([]);
  });

  const cases: readonly (readonly [string, Observation])[] = [
    ['outcome', seen([asked, sent], false)],
    ['causes', seen([sent])],
    ['preflights', seen([{ ...asked, requestedHeaders: 'x-dtc,accept' }, sent])],
    ['requests', seen([asked])],
    ['methods', seen([asked, { ...sent, method: 'put' }])],
    ['origins', seen([asked, { ...sent, origin: 'null' }])],
    ['cookies', seen([asked, { ...sent, cookies: [] }])],
    ['preflight cookies', seen([{ ...asked, cookies: ['a'] }, sent])],
  ];

  it.each(cases)('finds a difference in the %s', (aspect, observed) => {
    expect(compare(expected, observed).map((each) => each.aspect)).toContain(aspect);
  });

  it('is tested in every aspect', () => expect(cases.map(([aspect]) => aspect)).toEqual([...aspects]));
});
