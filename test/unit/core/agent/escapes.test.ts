import { describe, expect, it } from 'vitest';
import {
  decodeEscapes,
  encodeEscapes,
  escapeSafePattern,
  intendedPattern,
  survivesEscapes,
} from '../../../../src/core/agent/escapes';

describe('decodeEscapes', () => {
  it.each([
    [
      '^bs/sitewide_alert^bs/load^p^bs/sitewide^bs_alert^bs/load',
      '\\/sitewide_alert\\/load|\\/sitewide\\_alert\\/load',
    ],
    ['^bs/api^bs/v[0-9]+^bs/^pgraphql', '\\/api\\/v[0-9]+\\/|graphql'],
    ['^^https:^bs/^bs/api^bs.example^bs.com^bs/', '^https:\\/\\/api\\.example\\.com\\/'],
    ['a^dqb^rbc^lbd^ee^sf^cg', 'a"b>c<d=e;f,g'],
    // What ^^ leaves is read again with the letter after it.
    ['^^shop^bs.x', ';hop\\.x'],
    ['^^pay', '|ay'],
    ['^^eu', '=u'],
    ['^^cdn', ',dn'],
    ['[^^p]', '[|]'],
    ['^^api', '^api'],
    ['^^^bs/api', '^\\/api'],
    ['^^(shop^ppay)', '^(shop|pay)'],
    ['[^^^bss]', '[^\\s]'],
    // Not doubled
    ['^https?:', '^https?:'],
    ['^example', '=xample'],
    ['', ''],
  ])('%s', (text, decoded) => {
    expect(decodeEscapes(text)).toBe(decoded);
  });
});

describe('encoding', () => {
  it.each([
    ['api\\.shop|graphql', 'api^bs.shop^pgraphql', true],
    ['^https://api', '^^https://api', true],
    ['^\\/api', '^^^bs/api', true],
    ['^shop', '^^shop', false],
    ['[^p]', '[^^p]', false],
    ['[^^]', '[^^^^]', true],
  ])('%s', (pattern, encoded, survives) => {
    expect(encodeEscapes(pattern)).toBe(encoded);
    expect(survivesEscapes(pattern)).toBe(survives);
  });

  it.each([
    ['^shop', '^\\x73hop', 'https', 'shop'],
    ['[^p]', '[^\\x70]', 'p', 'q'],
    ['^dqx', '^\\x64qx', 'x', 'dqx'],
  ])('a safe form of %s means the same', (pattern, safe, without, within) => {
    expect(escapeSafePattern(pattern)).toBe(safe);
    expect(survivesEscapes(safe)).toBe(true);
    expect([without, within].map((text) => new RegExp(safe, 'i').test(text))).toEqual([false, true]);
    expect([without, within].map((text) => new RegExp(pattern, 'i').test(text))).toEqual([false, true]);
  });

  it('tells what the author of a mangled value meant', () => {
    expect(intendedPattern('^^shop^bs.x')).toBe('^shop\\.x');
    expect(intendedPattern('^bs/api')).toBe(decodeEscapes('^bs/api'));
  });
});
