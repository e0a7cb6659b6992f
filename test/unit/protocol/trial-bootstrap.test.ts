import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import type { Trial } from '../../../src/protocol/trial';
import { bootstrapGlobal, readStoredTrial, trialBootstrap } from '../../../src/protocol/trial-bootstrap';

const trial: Trial = {
  id: 'trial-0123456789abcdef',
  change: { route: 'header', value: { kind: 'agent', postfix: '', application: 'a1', fallback: 'sn="x"' } },
  mode: 'strict',
  pattern: '"); alert(1); ("</script>\u2028`${x}`\\',
  exclusions: null,
  endpoints: [{ method: 'GET', origin: 'https://api.shop.test', path: '/orders/{id}' }],
  pageOrigin: 'https://app.shop.test',
  mended: [],
};

it('the injected script leaves the trial in a global that can be deleted, whatever the pattern holds', () => {
  const page: Record<string, unknown> = {};
  runInNewContext(trialBootstrap(trial), page);
  expect(Object.keys(page)).toEqual([]);
  expect(readStoredTrial(page[bootstrapGlobal])).toEqual(trial);
  expect(delete page[bootstrapGlobal]).toBe(true);
  expect(trialBootstrap(trial)).not.toContain('</script');
});

it.each([
  undefined,
  null,
  {},
  '{',
  '{}',
  JSON.stringify({ ...trial, id: '' }),
  JSON.stringify({ ...trial, change: { route: 'header', value: { kind: 'synthetic', value: 'a\nb' } } }),
  JSON.stringify({
    ...trial,
    mended: [{ from: 'https://app.shop.test', origin: 'https://a.test/*', methods: [], headerNames: [] }],
  }),
])('what is no trial is none: %s', (stored) => {
  expect(readStoredTrial(stored)).toBeNull();
});
