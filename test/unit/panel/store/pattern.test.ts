import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { agentProfile, type AgentProfile } from '../../../../src/core';
import { createPatternStore, patternTest } from '../../../../src/panel/store/pattern';
import { reading } from './fake-page';
import { createMemorySettings } from './settings/memory-settings';

const settled = () => new Promise((resolve) => setImmediate(resolve));
const deploying = (pattern: string): AgentProfile => agentProfile(reading(pattern).sources);

function setUp(storage = createMemorySettings()) {
  const url = signal<string | null>('https://app.shop.test/a');
  const agent = signal<AgentProfile | null>(deploying('api'));
  const counts = signal({ matched: 0, unmatched: 0, breaks: 0 });
  return { url, agent, storage, store: createPatternStore({ storage, url, agent, counts }) };
}

describe('the pattern', () => {
  it('is the deployed one until it is edited, and again when the draft is given up', () => {
    const { store } = setUp();
    expect([store.text.value, store.isDraft.value]).toEqual(['api', false]);
    store.edit('api|cart');
    expect([store.text.value, store.isDraft.value, store.deployed.value]).toEqual(['api|cart', true, 'api']);
    store.revert();
    expect([store.text.value, store.isDraft.value]).toEqual(['api', false]);
  });

  it('a draft that equals the deployed pattern is none, an empty one is', () => {
    const { store, agent } = setUp();
    store.edit('api');
    expect(store.isDraft.value).toBe(false);
    store.edit('');
    expect([store.text.value, store.isDraft.value]).toEqual(['', true]);
    agent.value = null;
    expect(store.isDraft.value).toBe(false);
  });

  it('keeps one draft per site, over sub-domains and restarts', async () => {
    const { store, url, storage } = setUp();
    await settled();
    store.edit('mine');
    url.value = 'https://other.test/';
    expect(store.text.value).toBe('api');
    url.value = 'https://www.shop.test/';
    expect(store.text.value).toBe('mine');
    const later = setUp(createMemorySettings(structuredClone(storage.stored)));
    await settled();
    expect(later.store.text.value).toBe('mine');
  });

  it('does not mistake a site for a member of Object', () => {
    const { store, url } = setUp();
    url.value = 'https://constructor/';
    expect(store.text.value).toBe('api');
  });

  it('names what is wrong', () => {
    const { store } = setUp();
    expect(store.error.value).toBeNull();
    store.edit('(');
    expect(store.error.value).toMatch(/unterminated group/i);
  });

  it.each([
    ['api', 'https://API.test/', true],
    ['^api', 'https://api.test/', false],
    ['', 'https://api.test/', false],
    ['(', 'https://api.test/(', false],
  ])('%j on %s: %s', (pattern, url, matches) => {
    expect(patternTest(pattern)(url)).toBe(matches);
  });
});
