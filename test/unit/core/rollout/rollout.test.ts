import { describe, expect, test } from 'vitest';
import { createRollout } from '../../../../src/core/rollout/rollout';
import type { Outcome, Route, Verdict } from '../../../../src/core/verdict/types';
import { sampleExchange } from '../verdict/sample-exchange';
import type { ExchangeSpec } from '../verdict/sample-exchange';

const verdict = (outcome: Outcome, addsPreflight = false): Verdict => ({
  outcome,
  reasons: [],
  addsPreflight,
  steps: [],
});
const verdicts = (header: Outcome, addsPreflight = false): Readonly<Record<Route, Verdict>> => ({
  today: verdict('unlinked'),
  cookies: verdict('cannot'),
  header: verdict(header, addsPreflight),
});
const call = (id: string, spec: ExchangeSpec = {}) => ({ ...sampleExchange(spec), id });

describe('createRollout', () => {
  test('one endpoint stands for its calls, by the verdict that needs attention most', () => {
    const rollout = createRollout();
    rollout.set(call('a', { url: 'https://api.shop.test/orders/1' }), verdicts('links'));
    rollout.set(call('b', { url: 'https://api.shop.test/orders/2' }), verdicts('breaks'));
    rollout.set(call('c', { url: 'https://api.shop.test/orders/3' }), verdicts('unknown'));
    const [endpoint] = rollout.endpoints();
    expect([endpoint?.key, endpoint?.count, endpoint?.verdicts.header.outcome]).toEqual([
      'GET https://api.shop.test/orders/{id}',
      3,
      'breaks',
    ]);
    expect(rollout.summary().header).toEqual({ links: 0, breaks: 1, unlinked: 0, cannot: 0, unknown: 0 });
  });

  test('a call judged anew replaces what was said of it', () => {
    const rollout = createRollout();
    rollout.set(call('a'), verdicts('unknown', true));
    expect(rollout.summary().addedPreflights.header).toBe(1);
    rollout.set(call('a'), verdicts('links', false));
    expect(rollout.summary()).toMatchObject({
      header: { links: 1, unknown: 0 },
      addedPreflights: { header: 0 },
    });
    expect(rollout.endpoints()[0]?.count).toBe(1);
  });

  test('an endpoint goes with its last call', () => {
    const rollout = createRollout();
    rollout.set(call('a'), verdicts('links'));
    rollout.remove('a');
    expect(rollout.endpoints()).toEqual([]);
    expect(rollout.summary().header.links).toBe(0);
    expect(rollout.keyOf('a')).toBeNull();
  });

  test('the cost of a preflight is the median of those seen, else of cross-origin calls', () => {
    const rollout = createRollout();
    expect(rollout.summary().preflightCost).toBeNull();
    rollout.set(call('a'), verdicts('links'));
    expect(rollout.summary().preflightCost).toEqual({ median: 20, basis: 'responses', samples: 1 });
    rollout.set(call('b', { preflight: {} }), verdicts('links'));
    expect(rollout.summary().preflightCost).toEqual({ median: 10, basis: 'preflights', samples: 1 });
  });
});
