import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../../src/core';
import { createDifferingCalls } from '../../../../../src/panel/store/engines/differing-calls';
import { judgeExchange, type Judged } from '../../../../../src/panel/store/judged/judged';
import type { JudgedChange } from '../../../../../src/panel/store/judged/judgements';
import { pageFacts, rumCookies, sampleExchange } from '../../../core/verdict/sample-exchange';
import { createManualScheduler } from '../manual-scheduler';

const facts = pageFacts({ engine: 'firefox' });
const judged = (id: string, exchange: Exchange = sampleExchange()): Judged =>
  judgeExchange({ ...exchange, id }, facts, { now: 'no', deployed: 'no' });
/** An http page and its https API: one site for Firefox only. */
const differing = (id: string): Judged =>
  judged(
    id,
    sampleExchange({
      from: 'http://app.shop.test',
      credentials: 'include',
      request: [rumCookies],
      response: {
        'access-control-allow-origin': 'http://app.shop.test',
        'access-control-allow-credentials': 'true',
      },
    }),
  );

function setUp() {
  const time = createManualScheduler();
  let tell: (change: JudgedChange, cleared: boolean) => void = () => {};
  const calls = createDifferingCalls({ onChange: (listener) => (tell = listener) }, time.scheduler);
  return {
    time,
    calls,
    change: (fresh: readonly Judged[], gone: readonly Judged[] = [], cleared = false) =>
      tell({ fresh, gone }, cleared),
    ids: () => [...calls.value.keys()],
  };
}

describe('the calls that another browser judges otherwise', () => {
  it('are found behind everything else', () => {
    const { change, ids, time, calls } = setUp();
    change([judged('a'), differing('b')]);
    expect(ids()).toEqual([]);
    time.advance(0);
    expect(ids()).toEqual(['b']);
    expect(calls.value.get('b')).toMatchObject([
      { engine: 'chromium', verdicts: { cookies: { outcome: 'cannot' } } },
    ]);
  });

  it('are looked for in slices', () => {
    const tasks: (() => void)[] = [];
    let clock = 0;
    let tell: (change: JudgedChange, cleared: boolean) => void = () => {};
    const calls = createDifferingCalls(
      { onChange: (listener) => (tell = listener) },
      { now: () => (clock += 4), nextFrame: () => {}, after: (task) => (tasks.push(task), () => {}) },
    );
    tell({ fresh: ['a', 'b', 'c', 'd', 'e'].map(differing), gone: [] }, false);
    const found: number[] = [];
    for (let slice = tasks.shift(); slice !== undefined; slice = tasks.shift()) {
      slice();
      found.push(calls.value.size);
    }
    expect(found).toEqual([2, 4, 5]);
  });

  it('are not told again for each slice once many are known', () => {
    const tasks: (() => void)[] = [];
    let clock = 0;
    let tell: (change: JudgedChange, cleared: boolean) => void = () => {};
    const calls = createDifferingCalls(
      { onChange: (listener) => (tell = listener) },
      { now: () => (clock += 4), nextFrame: () => {}, after: (task) => (tasks.push(task), () => {}) },
    );
    let told = -1;
    calls.subscribe(() => (told += 1));
    tell({ fresh: Array.from({ length: 400 }, (_, index) => differing(`${index}`)), gone: [] }, false);
    let slices = 0;
    for (let slice = tasks.shift(); slice !== undefined; slice = tasks.shift()) {
      slice();
      slices += 1;
    }
    expect(calls.value.size).toBe(400);
    expect(slices).toBeGreaterThan(100);
    expect(told).toBeLessThan(25);
  });

  it('leave with the call, with a verdict on which all agree, and with the log', () => {
    const { change, ids, time } = setUp();
    const [a, b, c] = [differing('a'), differing('b'), differing('c')];
    change([a, b, c]);
    time.advance(0);
    expect(ids()).toEqual(['a', 'b', 'c']);
    change([], [a]);
    expect(ids()).toEqual(['b', 'c']);
    change([judged('b')], [b]);
    time.advance(0);
    expect(ids()).toEqual(['c']);
    change([], [], true);
    expect(ids()).toEqual([]);
  });

  it('give no news where nothing differs', () => {
    const { change, calls, time } = setUp();
    const before = calls.value;
    change([judged('a'), judged('b')]);
    time.advance(0);
    expect(calls.value).toBe(before);
  });
});
