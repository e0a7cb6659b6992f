import { describe, expect, it } from 'vitest';
import { mapKey } from '../../../../src/core/site/map-key';

const long = 'x'.repeat(20_000);

describe('the key of a text', () => {
  it.each(['', 'https://a.test/', 'x'.repeat(16_000)])('is the text itself', (text) => {
    expect(mapKey(text)).toBe(text);
  });

  it('is short, whatever the text', () => {
    expect(mapKey('x'.repeat(1_000_000)).length).toBeLessThan(1_000);
  });

  it.each([
    ['at the beginning', `a${long}`, `b${long}`],
    ['in the middle', `${long}a${long}`, `${long}b${long}`],
    ['at the end', `${long}a`, `${long}b`],
    ['in length', long, `${long}x`],
  ])('tells two that differ apart: %s', (_, one, other) => {
    expect(mapKey(one)).not.toBe(mapKey(other));
    expect(mapKey(one)).toBe(mapKey(one.split('').join('')));
  });
});
