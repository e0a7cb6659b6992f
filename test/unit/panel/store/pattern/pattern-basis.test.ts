import { describe, expect, it } from 'vitest';
import { agentProfile } from '../../../../../src/core';
import {
  draftFacts,
  draftsThatDiffer,
  purposesOf,
} from '../../../../../src/panel/store/pattern/pattern-basis';

const bothAgents = agentProfile({
  scripts: [
    {
      src: 'https://app.shop.test/ruxitagentjs_ICA15789NPQRTUVXfghqrux_10337260504112723.js',
      attributes: {
        'data-dtconfig': 'app=ea7c4b59f27d43eb|featureHash=ICA15789NPQRTUVXfghqrux|chw=classic',
        'data-config': '{"traceContextInclusions":"included"}',
      },
    },
  ],
  storage: {},
  live: null,
});

describe('the drafts in force', () => {
  it.each([
    ['none active', {}, {}],
    ['as deployed', { 'x-dtc': 'classic', inclusions: 'included', exclusions: '' }, {}],
    ['one', { 'x-dtc': 'mine', inclusions: 'included' }, { 'x-dtc': 'mine' }],
    [
      'all',
      { 'x-dtc': '', inclusions: 'mine', exclusions: 'not' },
      { 'x-dtc': '', inclusions: 'mine', exclusions: 'not' },
    ],
  ])('%s', (_, active: Record<string, string>, drafts) => {
    expect(bothAgents.kind).toBe('both');
    const purposes = purposesOf(bothAgents);
    expect(draftsThatDiffer(bothAgents, purposes, (purpose) => active[purpose] ?? null)).toEqual(drafts);
  });

  it('are only those of patterns that the agent has', () => {
    expect(draftsThatDiffer(null, purposesOf(null), () => 'mine')).toEqual({ 'x-dtc': 'mine' });
  });

  it.each([
    [{}, { pattern: null }],
    [{ 'x-dtc': '' }, { pattern: '' }],
    [{ exclusions: 'not' }, { pattern: null, traceContextDraft: { exclusions: 'not' } }],
    [
      { 'x-dtc': 'a', inclusions: 'b', exclusions: 'c' },
      { pattern: 'a', traceContextDraft: { inclusions: 'b', exclusions: 'c' } },
    ],
  ])('%j are judged as %j', (drafts, facts) => {
    expect(draftFacts(drafts)).toEqual(facts);
  });
});
