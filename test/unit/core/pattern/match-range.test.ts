import { describe, expect, test } from 'vitest';
import { matchRange } from '../../../../src/core/pattern/match-range';
import { traceContextTarget } from '../../../../src/core/pattern/pattern-target';
import type { PatternTarget } from '../../../../src/core/pattern/pattern-target';

const old: PatternTarget = { header: 'x-dtc', rules: ['old'] };
const current: PatternTarget = { header: 'x-dtc', rules: ['new'] };
const absolute = 'https://api.shop.test/v1';

describe('matchRange', () => {
  test.each([
    ['shop', [absolute], current, ['raw', 'shop', 12]],
    ['SHOP', [absolute], old, ['raw', 'shop', 12]],
    ['nothing', [absolute], current, null],
    ['^/v1', ['/v1'], current, ['raw', '/v1', 21]],
    ['^https', ['/v1'], current, ['absolute', 'https', 0]],
    ['^https', ['/v1'], old, null],
    ['^/v1', ['/v1'], traceContextTarget, null],
    ['v1', ['/v1'], traceContextTarget, ['absolute', 'v1', 22]],
    ['\\.\\.', ['/a/../v1'], current, ['raw', '..', null]],
  ] as const)('%s on %s', (pattern, [raw], target, expected) => {
    const range = matchRange(new RegExp(pattern, 'i'), absolute, { raw: [raw], absolute }, target);
    expect(range && [range.form, range.text, range.shown?.start ?? null]).toEqual(expected);
  });
});
