import { beforeEach, describe, expect, it } from 'vitest';
import {
  createRecorderProblems,
  type RecorderProblems,
} from '../../../../src/devtools/recorder/recorder-problems';

const sight = (url: string) => ({
  startedDateTime: '2026-11-30T10:00:00.000Z',
  request: { method: 'GET', url },
});

describe('what the recorder could not read or record', () => {
  let changes: number;
  let problems: RecorderProblems;
  beforeEach(() => {
    changes = 0;
    problems = createRecorderProblems(() => changes++);
  });

  it('is said once, and taken back when it no longer holds', () => {
    problems.report('a');
    problems.report('a');
    problems.tellWhether('b', true);
    problems.tellWhether('b', true);
    expect(problems.all()).toEqual(['a', 'b']);
    expect(changes).toBe(2);
    problems.tellWhether('b', false);
    problems.tellWhether('b', false);
    expect(problems.all()).toEqual(['a']);
    expect(changes).toBe(3);
  });

  it('is said up to twenty times', () => {
    for (let n = 0; n < 30; n++) problems.report(`problem ${n}`);
    expect(problems.all()).toHaveLength(20);
    expect(changes).toBe(20);
  });

  it('counts requests that were too large, each once', () => {
    const long = `https://app.test/${'a'.repeat(100)}`;
    problems.noteTooLarge(sight(`${long}1`));
    problems.noteTooLarge(sight(`${long}1`));
    expect(problems.all()).toEqual([expect.stringMatching(/^A request is not shown/)]);
    problems.noteTooLarge(sight(`${long}2`));
    problems.noteTooLarge(sight(`${long}-2`));
    expect(problems.all()).toEqual([expect.stringMatching(/^3 requests are not shown/)]);
    expect(changes).toBe(3);
  });

  it('forgets the one without the other', () => {
    problems.report('a');
    problems.noteTooLarge(sight('https://app.test/'));
    problems.forgetTooLarge();
    expect(problems.all()).toEqual(['a']);
    problems.noteTooLarge(sight('https://app.test/'));
    problems.forget();
    expect(problems.all()).toEqual([expect.stringMatching(/^A request is not shown/)]);
  });
});
