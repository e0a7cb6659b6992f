import { describe, expect, it } from 'vitest';
import { HeldResponse, settled } from '../../../../src/core/exchange/held-response';

const list = [
  { name: ':status', value: '200' },
  { name: 'Vary', value: 'Origin\nAccept' },
];
const headers = [
  ['Vary', 'Origin'],
  ['Vary', 'Accept'],
];

describe('an answer whose headers are held by its entry', () => {
  it('has them as they are read', () => {
    expect(new HeldResponse(200, list).headers).toEqual(headers);
  });

  it('is settled without its entry', () => {
    const answer = settled(new HeldResponse(200, list));
    expect(Object.entries(answer ?? {})).toEqual([
      ['status', 200],
      ['headers', headers],
    ]);
  });

  it.each([null, { status: 204, headers: [] }])('%j is settled already', (answer) => {
    expect(settled(answer)).toBe(answer);
  });
});
