import { describe, expect, it } from 'vitest';
import { parsePageReading } from '../../../../src/panel/page-facts/page-reading';

const good = {
  url: 'https://a.test/',
  origin: 'https://a.test',
  complete: true,
  loadStartedAt: 5,
  rumCookies: [],
  scripts: [{ src: 'https://a.test/s.js', attributes: {}, readyAt: 9 }],
  storage: {},
  live: null,
};

describe('what the page answers', () => {
  it('is taken when it has the shape', () => {
    expect(parsePageReading(good)).toMatchObject({
      url: 'https://a.test/',
      scriptsReadyAt: new Map([['https://a.test/s.js', 9]]),
      sources: { storage: {}, live: null },
    });
  });

  it.each([
    ['null', null],
    ['a text', 'x'],
    ['no URL', { ...good, url: undefined }],
    ['storage with other values', { ...good, storage: { a: 1 } }],
    [
      'attributes with other values',
      { ...good, scripts: [{ src: null, attributes: { a: {} }, readyAt: null }] },
    ],
    ['a live agent with other values', { ...good, live: { version: 5 } }],
    ['cookies that are no texts', { ...good, rumCookies: [{}] }],
  ])('is refused: %s', (_, value) => {
    expect(parsePageReading(value)).toBeNull();
  });
});
