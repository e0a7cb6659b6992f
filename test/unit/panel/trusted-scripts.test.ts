import { describe, expect, it } from 'vitest';
import { trustOwnScripts } from '../../../src/panel/trusted-scripts';

const root = 'chrome-extension://abc/';

describe('scripts that are trusted', () => {
  it.each([
    ['chrome-extension://abc/assets/match-worker-1.js', true],
    ['chrome-extension://abcd/assets/match-worker-1.js', false],
    ['https://a.test/chrome-extension://abc/', false],
    ['data:text/javascript,1', false],
    ['blob:chrome-extension://abc/1', false],
  ])('are files of the extension: %s', (url, isTrusted) => {
    let answer: string | null = null;
    const trustedTypes = {
      createPolicy: (name: string, rules: { createScriptURL(url: string): string | null }) => {
        expect(name).toBe('default');
        expect(Object.keys(rules)).toEqual(['createScriptURL']);
        answer = rules.createScriptURL(url);
      },
    };
    trustOwnScripts(root, { trustedTypes });
    expect(answer).toBe(isTrusted ? url : null);
  });

  it('need no trust where the browser does not ask for it', () => {
    expect(() => trustOwnScripts(root, {})).not.toThrow();
  });
});
