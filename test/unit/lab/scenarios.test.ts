import { describe, expect, it } from 'vitest';
import { catalogue, routes } from '../../../src/core';
import { hopUrl, scenarios, uncoveredReasons, variants } from '../../lab/scenarios';
import type { ExpectedVerdict, Scenario } from '../../lab/scenarios';

const reasonsOf = (expected: ExpectedVerdict): string[] =>
  [expected, ...Object.values(expected.engines ?? {})].flatMap(({ reason, also }) => [
    reason,
    ...(also ?? []),
  ]);

const covered = new Set<string>([
  ...scenarios.flatMap(({ expected }) => Object.values(expected).flatMap(reasonsOf)),
  ...Object.values(variants).flatMap(({ warnings }) => warnings),
]);

describe('the table of scenarios', () => {
  it('has at least 50', () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(50);
  });

  it('has unique ids and URLs of their own', () => {
    const ids = scenarios.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const urls = scenarios.flatMap((scenario) => scenario.hops.map((_, index) => hopUrl(scenario, index)));
    expect(new Set(urls).size).toBe(urls.length);
  });

  it('covers every reason of the catalogue, or says why the network log of a page cannot show it', () => {
    const missing = Object.keys(catalogue).filter(
      (code) => !covered.has(code) && !(code in uncoveredReasons),
    );
    expect(missing).toEqual([]);
  });

  it('excuses no reason that a scenario covers', () => {
    expect(Object.keys(uncoveredReasons).filter((code) => covered.has(code))).toEqual([]);
  });

  it('uses every page variant', () => {
    const used = new Set<string>(scenarios.map(({ page }) => page));
    expect(Object.keys(variants).filter((id) => !used.has(id))).toEqual([]);
  });

  it.each(routes)('has every outcome that the route %s can have', (route) => {
    const outcomes = new Set(scenarios.map(({ expected }) => expected[route].outcome));
    const expected = {
      today: ['cannot', 'links', 'unlinked'],
      cookies: ['breaks', 'cannot', 'links', 'unlinked'],
    };
    expect([...outcomes].sort()).toEqual(
      route === 'header' ? ['breaks', 'cannot', 'links', 'unknown', 'unlinked'] : expected[route],
    );
  });
});

describe.each(scenarios.map((scenario) => [scenario.id, scenario] as const))(
  '%s',
  (_, scenario: Scenario) => {
    it('says nothing that contradicts itself', () => {
      const { today, cookies, header } = scenario.expected;
      const fails = today.reason === 'call-fails';
      expect(fails).toBe(scenario.seen.failed);
      if (fails) {
        // `breaks` is for calls that work today, and the rule that failed is named.
        expect(today.also?.length).toBeGreaterThan(0);
        expect([cookies.outcome, header.outcome]).not.toContain('breaks');
      }
      if (today.reason === 'cookies-sent') expect(scenario.seen.dtCookie).toBe(true);
      if (today.reason === 'x-dtc-sent') expect(scenario.seen.xDtc).toBe(true);
      if (header.addsPreflight) expect(scenario.seen.xDtc).toBe(false);
      for (const hop of scenario.hops.slice(0, -1)) expect(hop.response).toHaveProperty('redirect');
    });
  },
);
