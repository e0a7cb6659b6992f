import { describe, expect, it } from 'vitest';
import type { Devtools } from 'webextension-polyfill';
import { evaluateInPage } from '../../../src/protocol/page-evaluation';

function windowThat(answer: () => unknown): Devtools.Static['inspectedWindow'] {
  return { eval: async () => answer() } as unknown as Devtools.Static['inspectedWindow'];
}

const fails = (failure: unknown) => () => {
  throw failure;
};

describe('evaluating in the page', () => {
  it.each([
    ['Chromium 156, a value', () => ({ a: 1 }), { ok: true, value: { a: 1 } }],
    ['a pair with a value', () => [{ a: 1 }, undefined], { ok: true, value: { a: 1 } }],
    [
      'a pair with a failure',
      () => [undefined, { isException: true, value: 'Error: x' }],
      { ok: false, error: 'Error: x' },
    ],
    [
      'Chromium 156, a failure',
      fails({ isException: true, value: 'Error: x' }),
      { ok: false, error: 'Error: x' },
    ],
    [
      'an error of devtools',
      fails({ isError: true, code: 'E_FAILED', description: 'Failed: %s' }),
      { ok: false, error: 'Failed: %s' },
    ],
    ['an Error', fails(new Error('gone')), { ok: false, error: 'gone' }],
    ['anything else', fails('odd'), { ok: false, error: 'odd' }],
  ])('%s', async (_, answer, expected) => {
    expect(await evaluateInPage(windowThat(answer), '({})')).toEqual(expected);
  });
});
