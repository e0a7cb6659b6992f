import { expect, it } from 'vitest';
import { agentRegexFromJson } from '../../../../src/core/agent/agent-regex';
import { traceContextDecision } from '../../../../src/core/agent/trace-context';
import type { TraceContextProfile } from '../../../../src/core/agent/profile';

const page = 'https://www.shop.example/a';
const profile: TraceContextProfile = {
  enabled: true,
  inclusions: agentRegexFromJson('api\\.partner'),
  exclusions: agentRegexFromJson('/private'),
  tracestateKeyPrefix: '1eceb78c-7792b0aa',
};
const valid = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const both = ['traceparent', 'tracestate'];

it.each([
  ['same origin', {}, {}, 'set', both],
  ['cross-origin, included', { url: 'https://api.partner.example/' }, {}, 'included', both],
  ['cross-origin, not included', { url: 'https://api.other.example/' }, {}, 'cross_origin', []],
  ['another port is another origin', { url: 'https://www.shop.example:8443/' }, {}, 'cross_origin', []],
  ['excluded', { url: 'https://www.shop.example/private' }, {}, 'excluded', []],
  ['exclusion before inclusion', { url: 'https://api.partner.example/private' }, {}, 'excluded', []],
  ['switched off', {}, { enabled: false }, 'disabled', []],
  ['a valid traceparent of the script', { traceparent: valid }, {}, 'external', ['tracestate']],
  ['upper-case traceparent', { traceparent: valid.toUpperCase() }, {}, 'invalid', []],
  ['five parts', { traceparent: `${valid}-x` }, {}, 'invalid', []],
  ['no key prefix', {}, { tracestateKeyPrefix: '' }, 'missing_values', []],
  ['no application', { application: null }, {}, 'missing_values', []],
  ['page on file:, not included', { page: 'file:///x' }, {}, 'not_http', []],
  [
    'page on file:, included',
    { page: 'file:///x', url: 'https://api.partner.example/' },
    {},
    'included',
    both,
  ],
  ['data:', { url: 'data:,x' }, {}, 'not_http', []],
])('%s', (_what, input, changed, hint, adds) => {
  const in_ = { url: 'https://www.shop.example/v1', page, traceparent: null, application: 'a1', ...input };
  const test = (pattern: string) => (url: string) => new RegExp(pattern, 'i').test(url);
  expect(
    traceContextDecision(
      { ...profile, ...changed },
      { ...in_, included: test('api\\.partner'), excluded: test('/private') },
    ),
  ).toEqual({ hint, adds });
});
