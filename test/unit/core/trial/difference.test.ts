import { describe, expect, it } from 'vitest';
import type { LinkHeader } from '../../../../src/core/agent/link-headers';
import { differenceOf } from '../../../../src/core/trial/difference';
import type { Difference, TrialMode, Tried } from '../../../../src/core/trial/types';
import { reason, type ReasonCode } from '../../../../src/core/verdict/reason';
import type { Outcome } from '../../../../src/core/verdict/types';

const cases: readonly [Outcome, ReasonCode, Tried['outcome'], TrialMode, Difference | null][] = [
  ['links', 'header-accepted', 'links', 'strict', null],
  ['breaks', 'acah-lacks-x-dtc', 'breaks', 'strict', null],
  ['links', 'header-accepted', 'breaks', 'strict', 'unexpected'],
  ['links', 'cookies-would-be-sent', 'unlinked', 'strict', 'unexpected'],
  ['breaks', 'acah-lacks-x-dtc', 'links', 'strict', 'unexpected'],
  ['breaks', 'acah-lacks-x-dtc', 'links', 'as-if-fixed', 'mended'],
  ['breaks', 'preflight-status', 'breaks', 'as-if-fixed', null],
  ['unknown', 'preflight-not-seen', 'links', 'strict', 'answered'],
  ['unknown', 'preflight-not-seen', 'breaks', 'guarded', 'answered'],
  ['unlinked', 'regex-no-match', 'links', 'strict', 'not-by-agent'],
  ['unlinked', 'call-fails', 'links', 'strict', 'unexpected'],
  ['unlinked', 'call-fails', 'links', 'as-if-fixed', 'mended'],
  ['unlinked', 'regex-no-match', 'breaks', 'strict', 'unexpected'],
  ['links', 'header-accepted', 'unknown', 'strict', null],
  ['links', 'header-likely-accepted', 'breaks', 'strict', 'answered'],
];

it.each<[Outcome, Tried['outcome'], TrialMode, Difference | null]>([
  ['links', 'breaks', 'strict', 'answer-changed'],
  ['links', 'breaks', 'as-if-fixed', 'answer-changed'],
  ['breaks', 'links', 'strict', 'answer-changed'],
  ['breaks', 'links', 'as-if-fixed', 'mended'],
  ['links', 'unlinked', 'strict', 'unexpected'],
  ['links', 'links', 'strict', null],
])('what a probe had told: %s, tried: %s, %s: %s', (outcome, tried, mode, expected) => {
  const reasons = [reason('header-accepted'), reason('probed')];
  const predicted = { outcome, reasons, addsPreflight: true, steps: [] };
  expect(differenceOf(predicted, { outcome: tried, because: reason('x-dtc-sent') }, mode)).toBe(expected);
});

it.each<[readonly LinkHeader[] | undefined, readonly LinkHeader[], Difference | null]>([
  [['traceparent', 'tracestate'], ['traceparent', 'tracestate'], 'unexpected'],
  [['x-dtc', 'traceparent', 'tracestate'], ['x-dtc'], 'unexpected'],
  [['x-dtc'], ['traceparent', 'tracestate'], 'not-by-agent'],
  [['traceparent', 'tracestate'], ['x-dtc'], 'not-by-agent'],
  [['tracestate'], ['traceparent', 'tracestate'], 'not-by-agent'],
  [undefined, ['x-dtc'], 'unexpected'],
  [['x-dtc'], [], 'unexpected'],
])('predicted with %j to link, tried with %j, broke: %s', (adds, inTrial, expected) => {
  const predicted = {
    outcome: 'links',
    reasons: [reason('header-accepted')],
    addsPreflight: true,
    adds,
    steps: [],
  } as const;
  const tried = { outcome: 'breaks', because: reason('acah-lacks-header') } as const;
  expect(differenceOf(predicted, tried, 'strict', inTrial)).toBe(expected);
});

describe('a prediction and what a trial came to', () => {
  it.each(cases)('%s (%s), tried: %s, %s: %s', (outcome, code, tried, mode, expected) => {
    const predicted = { outcome, reasons: [reason(code)], addsPreflight: false, steps: [] };
    expect(differenceOf(predicted, { outcome: tried, because: reason('x-dtc-sent') }, mode)).toBe(expected);
  });
});
