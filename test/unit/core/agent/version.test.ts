import { expect, it } from 'vitest';
import {
  knowsCorrelationExclusion,
  parseAgentVersion,
  taggingRules,
  usesCookiePostfix,
} from '../../../../src/core/agent/version';

it.each([
  ['10337260504112723', '1.337', 337],
  ['10137171222133618', '1.137', 137],
  ['1.285', '1.285', 285],
  ['1.337.45.20260504', '1.337', 337],
])('%s', (raw, label, minor) => {
  expect(parseAgentVersion(raw)).toEqual({ raw, label, minor });
});

it.each(['1034', '', '2.1', '103372605041127', 'x10337260504112723'])('%s is no version', (text) => {
  expect(parseAgentVersion(text)).toBeNull();
});

it.each([
  ['1.219', ['old'], false, false],
  ['1.230', ['old'], 'unknown', false],
  ['1.239', ['old'], true, false],
  ['1.255', ['old'], true, false],
  ['1.256', ['old', 'new'], true, false],
  ['1.284', ['old', 'new'], true, false],
  ['1.285', ['new'], true, false],
  ['1.315', ['new'], true, true],
])('rules of %s', (label, rules, exclusion, postfix) => {
  const version = parseAgentVersion(label);
  expect(taggingRules(version)).toEqual(rules);
  expect(knowsCorrelationExclusion(version)).toBe(exclusion);
  expect(usesCookiePostfix(version)).toBe(postfix);
});

it('leaves both sets of rules open where no version is known', () => {
  expect(taggingRules(null)).toEqual(['old', 'new']);
});
