import { expect, it } from 'vitest';
import {
  agentRegexFromPattern,
  exchangesFromHar,
  matchStates,
  urlForms,
  agentCallOf,
} from '../../../../../src/core';
import type { Exchange, Har } from '../../../../../src/core';
import { createMatching } from '../../../../../src/panel/store/matching/matching';
import type { MatchReply, MatchRequest, RegexTask } from '../../../../../src/panel/workers/match-messages';
import { createMatchSession } from '../../../../../src/panel/workers/match-session';
import type { StartWorker } from '../../../../../src/panel/workers/worker-port';
import { createManualScheduler } from '../manual-scheduler';

const task = (pattern: string): RegexTask => ({ pattern, flags: 'i', rules: ['new'] });

function calls(...paths: string[]): readonly Exchange[] {
  const entries = paths.map((path, index) => ({
    startedDateTime: new Date(1_700_000_000_000 + index).toISOString(),
    time: 1,
    _resourceType: 'fetch',
    request: {
      method: 'GET',
      url: `https://api.test/${path}`,
      headers: [{ name: 'Origin', value: 'https://app.test' }],
    },
    response: { status: 200, headers: [] },
  }));
  return exchangesFromHar({ log: { entries } } as unknown as Har);
}

/** A worker that works when the test says so, and stands still on `stuck`. */
function setUp() {
  const time = createManualScheduler();
  const requests: MatchRequest[] = [];
  let turn = (): boolean => false;
  const startWorker: StartWorker<MatchRequest, MatchReply> = (listener) => {
    const session = createMatchSession(() => 0);
    let isStuck = false;
    turn = () => {
      if (isStuck) return false;
      const reply = session.work();
      if (reply !== null) listener.reply(reply);
      return reply !== null;
    };
    return {
      post: (request) => {
        requests.push(request);
        session.receive(request);
        if (request.type === 'match' && request.task.pattern === 'stuck') {
          turn();
          isStuck = true;
        }
      },
      terminate: () => void (isStuck = true),
    };
  };
  const matching = createMatching({ startWorker, scheduler: time.scheduler });
  const work = () => {
    for (let turns = 0; turns < 100 && turn(); turns += 1);
  };
  return { matching, requests, work, time };
}

it('leaves what was wanted before in force until all of the next is there', () => {
  const { matching, work } = setUp();
  const [cart, stock] = calls('cart', 'stock');
  matching.add([cart!, stock!]);
  const inForce: string[] = [];
  matching.want([task('cart')], () => inForce.push('cart'));
  expect(inForce).toEqual([]);
  work();
  expect(inForce).toEqual(['cart']);
  matching.want([task('stock'), task('cart')], () => inForce.push('stock'));
  expect(matching.isSettled(cart!)).toBe(true);
  expect(inForce).toEqual(['cart']);
  work();
  expect(inForce).toEqual(['cart', 'stock']);
  expect(matching.stateOf(task('stock'), stock!)).toBe(matchStates.yes);
  expect(matching.stateOf(task('stock'), cart!)).toBe(matchStates.no);
});

it('tests only what is new when more calls come, and tells when they are settled', () => {
  const { matching, work, requests } = setUp();
  const [cart, again, stock] = calls('cart', 'cart', 'stock');
  matching.want([task('cart')], () => {});
  matching.add([cart!]);
  work();
  let progress = 0;
  matching.onProgress(() => (progress += 1));
  matching.add([again!]);
  expect([matching.isSettled(again!), progress]).toEqual([true, 0]);
  matching.add([stock!]);
  expect(matching.isSettled(stock!)).toBe(false);
  work();
  expect(matching.isSettled(stock!)).toBe(true);
  expect(progress).toBeGreaterThan(0);
  const tests = requests.filter((request) => request.type === 'match');
  expect(tests.map(({ from }) => from)).toEqual([0, 2]);
});

it('gives up a pattern that stands still: not known, and not tried on what comes later', () => {
  const { matching, work, time, requests } = setUp();
  const [cart, stock] = calls('cart', 'stock');
  matching.add([cart!]);
  let settled = false;
  matching.want([task('stuck')], () => (settled = true));
  expect(settled).toBe(false);
  time.advance(1200);
  expect(settled).toBe(true);
  const result = matching.resultOf(task('stuck'));
  expect(result?.endedAfter).toBeGreaterThanOrEqual(1000);
  const before = requests.length;
  matching.add([stock!]);
  work();
  expect([matching.isSettled(stock!), requests.length]).toEqual([true, before]);
  const regex = agentRegexFromPattern('stuck')!;
  expect(matching.matches(regex, urlForms(agentCallOf(cart!)), 'new')).toEqual({
    matched: 'unknown',
    because: 'regex-too-slow',
  });
});

it('goes back to an earlier pattern without testing it again', () => {
  const { matching, work, requests } = setUp();
  matching.add(calls('cart'));
  for (const pattern of ['cart', 'stock']) {
    matching.want([task(pattern)], () => {});
    work();
  }
  const before = requests.length;
  let settled = false;
  matching.want([task('cart')], () => (settled = true));
  expect([settled, requests.length]).toEqual([true, before]);
});

it('begins anew when the log is cleared', () => {
  const { matching, work } = setUp();
  const [cart] = calls('cart');
  matching.add([cart!]);
  matching.want([task('cart')], () => {});
  work();
  matching.clear();
  expect(matching.isSettled(cart!)).toBe(false);
  matching.add([cart!]);
  work();
  expect(matching.stateOf(task('cart'), cart!)).toBe(matchStates.yes);
});

it('keeps the results of the calls that are left, and tests only what comes', () => {
  const { matching, work, requests } = setUp();
  const all = calls('cart/1', 'stock/1', 'cart/2', 'stock/2', 'cart/3');
  matching.add(all.slice(0, 4));
  matching.want([task('cart')], () => {});
  work();
  matching.keep([...all.slice(2, 4), all[3]!]);
  const stateOf = (index: number) => matching.stateOf(task('cart'), all[index]!);
  expect([matching.isSettled(all[2]!), stateOf(2), stateOf(3)]).toEqual([
    true,
    matchStates.yes,
    matchStates.no,
  ]);
  matching.add(all.slice(4));
  work();
  expect([stateOf(2), stateOf(3), stateOf(4)]).toEqual([matchStates.yes, matchStates.no, matchStates.yes]);
  // the page, and one URL for each call
  const tests = requests.filter((request) => request.type === 'match');
  expect(tests.map(({ from }) => from)).toEqual([0, 3]);
  matching.add(all.slice(0, 1));
  expect(matching.isSettled(all[0]!)).toBe(false);
  work();
  expect(stateOf(0)).toBe(matchStates.yes);
});

it('goes on testing where calls go meanwhile, whose worker has not been sent all', () => {
  const { matching, work } = setUp();
  const all = calls(...Array.from({ length: 400 }, (_, n) => `${n % 3 === 0 ? 'cart' : 'stock'}/${n}`));
  matching.add(all.slice(0, 200));
  let settled = false;
  matching.want([task('cart')], () => (settled = true));
  matching.add(all.slice(200));
  const left = all.slice(150);
  matching.keep(left);
  expect(settled).toBe(false);
  work();
  expect(settled).toBe(true);
  expect(left.map((call) => matching.stateOf(task('cart'), call))).toEqual(
    left.map(({ url }) => (url.includes('cart') ? matchStates.yes : matchStates.no)),
  );
  matching.want([task('stock')], () => {});
  work();
  expect(left.filter((call) => matching.stateOf(task('stock'), call) === matchStates.yes)).toEqual(
    left.filter(({ url }) => url.includes('stock')),
  );
});

it('gives up a pattern that stands still, although calls go meanwhile', () => {
  const { matching, time } = setUp();
  const [cart, stock] = calls('cart', 'stock');
  matching.add([cart!, stock!]);
  let settled = false;
  matching.want([task('stuck')], () => (settled = true));
  matching.keep([stock!]);
  for (let waited = 0; waited < 5; waited++) time.advance(1200);
  expect([settled, matching.isSettled(stock!)]).toEqual([true, true]);
});
