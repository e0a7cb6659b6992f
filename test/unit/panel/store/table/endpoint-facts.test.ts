import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import type { Judged } from '../../../../../src/panel/store/judged/judged';
import { createEndpointFacts } from '../../../../../src/panel/store/table/endpoint-facts';
import { judgedCall } from './judged-call';

const call = fc.record({
  at: fc.nat(6),
  url: fc.constantFrom('a', 'b', ''),
  preflight: fc.constantFrom<Judged['preflight']>('seen', 'added', 'none'),
  tier: fc.constantFrom<Judged['tier']>('seen', 'not-seen'),
});
const keyOf = ({ exchange }: Judged) => exchange.url || null;

describe('what the calls of an endpoint have in common', () => {
  it('stays after changes what looking at all of them would give', () => {
    const step = fc.record({ add: fc.array(call), every: fc.integer({ min: 1, max: 4 }), renewed: call });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const present = new Map<string, Judged>();
        const callsOf = (key: string) => [...present.values()].filter((judged) => keyOf(judged) === key);
        const facts = createEndpointFacts({ keyOf, callsOf });
        let newest = 0;
        for (const { add, every, renewed } of steps) {
          const known = [...present.values()];
          const gone = known.filter((_, index) => index % every === 0);
          const again = gone.filter((_, index) => index % 2 === 0);
          const fresh = [
            ...add.map(({ at, url, ...more }) => judgedCall(`${++newest}`, at, { url, ...more })),
            ...again.map(({ exchange: { id, startedAt, url } }) =>
              judgedCall(id, startedAt, { url, preflight: renewed.preflight, tier: renewed.tier }),
            ),
          ];
          for (const { exchange } of gone) present.delete(exchange.id);
          for (const judged of fresh) present.set(judged.exchange.id, judged);
          facts.apply({ gone, fresh });
          for (const key of ['a', 'b']) expectFacts(facts.of(key), callsOf(key));
        }
      }),
    );
  });

  it('is the same object until it changes', () => {
    const calls = [judgedCall('1', 1, { url: 'a' }), judgedCall('2', 2, { url: 'b' })];
    const facts = createEndpointFacts({ keyOf, callsOf: () => [] });
    facts.apply({ gone: [], fresh: calls });
    const [a, b] = [facts.of('a'), facts.of('b')];
    facts.apply({ gone: [], fresh: [judgedCall('3', 3, { url: 'b' })] });
    expect(facts.of('a')).toBe(a);
    expect(facts.of('b')).not.toBe(b);
    facts.clear();
    expect(facts.of('a')).toBeNull();
  });
});

function expectFacts(facts: ReturnType<ReturnType<typeof createEndpointFacts>['of']>, calls: Judged[]) {
  if (calls.length === 0) return expect(facts).toBeNull();
  const has = (state: string) => calls.some(({ preflight }) => preflight === state);
  expect(facts).toMatchObject({
    preflight: has('seen') ? 'seen' : has('added') ? 'added' : 'none',
    tier: calls.some(({ tier }) => tier === 'seen') ? 'seen' : 'not-seen',
  });
  expect(calls).toContain(facts?.latest);
  const newest = Math.max(...calls.map(({ exchange }) => exchange.startedAt));
  expect(facts?.latest.exchange.startedAt).toBe(newest);
}
