import { expect, it } from 'vitest';
import type { UrlForms } from '../../../../../src/core';
import { createMatchRunner, type TestEnd } from '../../../../../src/panel/store/matching/match-runner';
import type { MatchReply, MatchRequest, RegexTask } from '../../../../../src/panel/workers/match-messages';
import type { WorkerListener } from '../../../../../src/panel/workers/worker-port';
import { createManualScheduler } from '../manual-scheduler';

const forms = (url: string): UrlForms => ({ raw: [url], absolute: url });
const task = (pattern: string): RegexTask => ({ pattern, flags: 'i', rules: ['new'] });

function setUp() {
  const time = createManualScheduler();
  const urls = [forms('https://a.test/'), forms('https://b.test/')];
  const workers: { posted: MatchRequest[]; listener: WorkerListener<MatchReply>; ended: boolean }[] = [];
  const slices: MatchReply[] = [];
  const ends: TestEnd[] = [];
  const runner = createMatchRunner({
    startWorker: (listener) => {
      const worker = { posted: [] as MatchRequest[], listener, ended: false };
      workers.push(worker);
      return { post: (request) => worker.posted.push(request), terminate: () => void (worker.ended = true) };
    },
    scheduler: time.scheduler,
    urls,
    onSlice: (reply) => slices.push(reply),
    onEnd: (end) => ends.push(end),
  });
  const reply = (id: number, states: number[] = [], done = false, from = 0) =>
    workers.at(-1)!.listener.reply({ id, from, states: Uint8Array.from(states), done, slowest: null });
  return { runner, workers, urls, slices, ends, reply, time };
}

it('sends each URL once', () => {
  const { runner, workers, urls, reply, ends } = setUp();
  runner.start(task('a'), 0);
  reply(1, [1, 0], true);
  urls.push(forms('https://c.test/'));
  runner.start(task('a'), 2);
  expect(ends).toEqual([{ kind: 'done' }]);
  expect(workers).toHaveLength(1);
  expect(workers[0]!.posted).toEqual([
    { type: 'add', urls: urls.slice(0, 2) },
    { type: 'match', id: 1, task: task('a'), from: 0 },
    { type: 'add', urls: urls.slice(2) },
    { type: 'match', id: 2, task: task('a'), from: 2 },
  ]);
});

it('ends a test that says nothing for a second, and the next gets a new worker with all URLs', () => {
  const { runner, workers, urls, reply, ends, time } = setUp();
  runner.start(task('(a+)+$'), 0);
  reply(1);
  time.advance(1050);
  expect(workers[0]!.ended).toBe(false);
  time.advance(60);
  expect(workers[0]!.ended).toBe(true);
  expect(ends).toEqual([{ kind: 'ended', afterMs: 1100 }]);
  runner.start(task('a'), 0);
  expect(workers[1]!.posted).toEqual([
    { type: 'add', urls },
    { type: 'match', id: 2, task: task('a'), from: 0 },
  ]);
});

it('keeps what was tested before', () => {
  const { runner, reply, slices, ends, time } = setUp();
  runner.start(task('(a+)+$'), 0);
  reply(1);
  reply(1, [1]);
  time.advance(1200);
  expect(slices.map(({ states }) => [...states])).toEqual([[], [1]]);
  expect(ends).toMatchObject([{ kind: 'ended' }]);
});

it('ends a test that goes on but takes too long in all', () => {
  const { runner, workers, reply, ends, time } = setUp();
  runner.start(task('slow'), 0);
  for (let turn = 0; turn < 40 && ends.length === 0; turn += 1) {
    reply(1);
    time.advance(100);
  }
  expect(ends).toEqual([{ kind: 'ended', afterMs: 3100 }]);
  expect(workers[0]!.ended).toBe(true);
});

it('a newer test waits for a stuck one no longer than that one had left, however often it is replaced', () => {
  const { runner, workers, reply, slices, ends, time } = setUp();
  runner.start(task('(a+)+$'), 0);
  reply(1);
  for (const pattern of ['b', 'bc', 'bcd']) {
    time.advance(300);
    runner.start(task(pattern), 0);
  }
  expect(workers).toHaveLength(1);
  time.advance(300);
  expect(workers).toHaveLength(2);
  expect(workers[1]!.posted.at(-1)).toEqual({ type: 'match', id: 4, task: task('bcd'), from: 0 });
  reply(1, [1, 1], true);
  expect(ends).toEqual([]);
  reply(4);
  reply(4, [0, 0], true);
  expect(slices.at(-1)?.id).toBe(4);
  expect(ends).toEqual([{ kind: 'done' }]);
});

it.each([
  ['throws', 100, (listener: WorkerListener<MatchReply>) => listener.fail('out of memory')],
  ['never starts', 20_000, () => {}],
])('says so when the worker %s', (_what, ms, happen) => {
  const { runner, workers, ends, time } = setUp();
  runner.start(task('a'), 0);
  happen(workers[0]!.listener);
  time.advance(ms);
  expect(ends).toMatchObject([{ kind: 'failed' }]);
  expect(workers[0]!.ended).toBe(true);
});
