import { describe, expect, test } from 'vitest';
import { compareMatches } from '../../../../src/core/pattern/compare-matches';
import { createMatchJob } from '../../../../src/core/pattern/match-job';
import { matchStates } from '../../../../src/core/pattern/match-plan';
import type { PatternTarget } from '../../../../src/core/pattern/pattern-target';
import { uniqueUrls } from '../../../../src/core/pattern/unique-urls';
import type { UrlForms } from '../../../../src/core/agent/url-candidates';

const current: PatternTarget = { header: 'x-dtc', rules: ['new'] };
const { yes, no, undecided, untested } = matchStates;

function forms(absolute: string, ...raw: string[]): UrlForms {
  const [first = absolute, ...others] = raw;
  return { raw: [first, ...others], absolute };
}

/** A clock that goes on by `step` ms whenever it is looked at. */
function clock(step: number): () => number {
  let time = 0;
  return () => (time += step);
}

describe('createMatchJob', () => {
  const urls = Array.from({ length: 100 }, (_, index) => forms(`https://api.test/${index}`));

  test('goes on where it stopped, and starts anew with another pattern', () => {
    const job = createMatchJob(urls, current);
    const first = job.run('/9', 0.5, clock(0.5));
    expect([first.done, first.tested]).toEqual([false, 32]);
    expect(first.matches[32]).toBe(untested);
    const second = job.run('/9', 1000, clock(0.01));
    expect([second.done, second.tested]).toEqual([true, 100]);
    expect(second.matches.filter((state) => state === yes)).toHaveLength(11);
    expect(job.run('/8', 0.5, clock(0.5)).tested).toBe(32);
  });

  test.each([
    ['', null],
    ['[', /Unterminated/],
  ])('%j matches nothing', (pattern, error) => {
    const progress = createMatchJob(urls, current).run(pattern, 1000, clock(0.01));
    expect(progress.done).toBe(true);
    expect(progress.matches.every((state) => state === no)).toBe(true);
    if (error === null) expect(progress.error).toBeNull();
    else expect(progress.error).toMatch(error);
  });

  test('finds the URL that takes long', () => {
    const slow = `https://api.test/${'a'.repeat(24)}!`;
    const job = createMatchJob([...urls.slice(0, 10), forms(slow)], current);
    const { slowest } = job.run('(a+)+$', 10_000, () => performance.now());
    expect(slowest?.url).toBe(slow);
    expect(slowest?.ms).toBeGreaterThan(1);
  });

  test.each([
    ['new', '^https://api', ['/v1'], yes],
    ['old', '^https://api', ['/v1'], no],
    ['both', '^https://api', ['/v1'], undecided],
    ['both', '/v1', ['/v1'], yes],
    ['new', '^//api', ['https://api.test/v1', '//api.test/v1'], undecided],
    ['new', 'api', ['https://api.test/v1', '//api.test/v1'], yes],
    ['old', '^https', ['https://api.test/v1', '//api.test/v1'], undecided],
    ['old', 'xyz', ['https://api.test/v1', '//api.test/v1'], no],
  ] as const)('%s rules, %s on %j', (rules, pattern, raw, state) => {
    const target: PatternTarget = { header: 'x-dtc', rules: rules === 'both' ? ['old', 'new'] : [rules] };
    const job = createMatchJob([forms('https://api.test/v1', ...raw)], target);
    expect(job.run(pattern, 1000, clock(0.01)).matches[0]).toBe(state);
  });
});

test('uniqueUrls groups calls by all their forms', () => {
  const unique = uniqueUrls([forms('https://a/x'), forms('https://a/x', '/x'), forms('https://a/x')]);
  expect(unique.urls).toEqual([forms('https://a/x'), forms('https://a/x', '/x')]);
  expect([...unique.counts]).toEqual([2, 1]);
  expect([...unique.indices]).toEqual([0, 1, 0]);
});

test('compareMatches counts URLs and calls', () => {
  const deployed = Uint8Array.of(yes, yes, no, no, undecided, untested);
  const draft = Uint8Array.of(yes, no, yes, no, undecided, untested);
  expect(compareMatches(deployed, draft, Uint32Array.of(1, 2, 4, 8, 16, 32))).toEqual({
    matched: { urls: 2, calls: 5 },
    unmatched: { urls: 2, calls: 10 },
    undecided: { urls: 1, calls: 16 },
    newlyMatched: { urls: 1, calls: 4 },
    lost: { urls: 1, calls: 2 },
  });
});
