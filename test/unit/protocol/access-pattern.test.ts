import { describe, expect, it } from 'vitest';
import { accessPagePath, readAccessQuestion } from '../../../src/protocol/access-page';
import { accessPatterns, hostPattern, patternLabel, sitePattern } from '../../../src/protocol/access-pattern';

describe('match patterns', () => {
  it.each([
    ['https://app.shop.test/a?b', '*://app.shop.test/*', '*://*.shop.test/*'],
    ['http://app.shop.co.uk:8080/', '*://app.shop.co.uk/*', '*://*.shop.co.uk/*'],
    ['http://localhost:3000/', '*://localhost/*', '*://localhost/*'],
    ['http://127.0.0.1/', '*://127.0.0.1/*', '*://127.0.0.1/*'],
    ['file:///etc/hosts', null, null],
    ['about:blank', null, null],
    ['nonsense', null, null],
  ])('of %s', (url, host, site) => {
    expect([hostPattern(url), sitePattern(url)]).toEqual([host, site]);
  });

  it('ask for the page’s site and for single hosts of others, each once', () => {
    const calls = [
      'https://api.shop.test/a',
      'http://api.shop.test/another-scheme',
      'https://api.partner.test/',
      'https://api.partner.test/b',
      'data:,',
    ];
    expect(accessPatterns('https://app.shop.test/', calls)).toEqual([
      '*://*.shop.test/*',
      '*://api.partner.test/*',
    ]);
  });

  it('have a name for people', () => {
    expect(['*://*.shop.test/*', 'https://a.test/*', '*://*/*', '<all_urls>'].map(patternLabel)).toEqual([
      '*.shop.test',
      'a.test',
      'every site',
      'every site',
    ]);
  });
});

describe('the question of the access page', () => {
  const question = { patterns: ['*://*.shop.test/*', '*://a.test/*'], page: 'app.shop.test' };

  it('is in its address', () => {
    const [path = '', query = ''] = accessPagePath(question).split('?');
    expect(path).toBe('/src/access/access.html');
    expect(readAccessQuestion(`?${query}`)).toEqual(question);
  });

  it.each(['', '?page=x', '?page=x&pattern=%3Call_urls%3E', '?pattern=*%3A%2F%2Fa.test%2F*'])(
    'is none: %s',
    (search) => {
      expect(readAccessQuestion(search)).toBeNull();
    },
  );
});
