import { describe, expect, it } from 'vitest';
import { firstValue } from '../../../../src/core/fetch/header-list';
import { firstInList, readHeaders, readRequestHeaders } from '../../../../src/core/exchange/har-headers';

const accept = { name: 'accept', value: '*/*' };
const origin = { name: 'origin', value: 'https://app.shop.test' };
const host = { name: 'Host', value: 'api.shop.test' };
const pseudo = { name: ':authority', value: 'api.shop.test' };
const path = (value: string) => ({ name: ':path', value });

describe('a request whose headers come again', () => {
  it.each([
    ['the same list', [accept, origin], [accept, origin]],
    ['another path in HTTP/2', [pseudo, path('/1'), accept], [pseudo, path('/2'), accept]],
    ['the host in another way', [host, pseudo, accept], [host, path('/1'), accept]],
  ])('is read once: %s', (_, first, second) => {
    expect(readRequestHeaders(structuredClone(second))).toBe(readRequestHeaders(structuredClone(first)));
  });

  it.each([
    ['a list without its host', [pseudo, accept], [accept], { onWire: false }],
    ['a list with a host', [accept], [pseudo, accept], { onWire: true }],
    [
      'one header more',
      [accept],
      [accept, origin],
      {
        headers: [
          ['accept', '*/*'],
          ['origin', origin.value],
        ],
      },
    ],
    ['one header less', [accept, origin], [accept], { headers: [['accept', '*/*']] }],
    [
      'another order',
      [accept, origin],
      [origin, accept],
      {
        headers: [
          ['origin', origin.value],
          ['accept', '*/*'],
        ],
      },
    ],
    ['another value', [accept], [{ name: 'accept', value: 'a' }], { headers: [['accept', 'a']] }],
    [
      'lines in one value',
      [accept],
      [{ name: 'accept', value: '*/*\nb' }],
      {
        headers: [
          ['accept', '*/*'],
          ['accept', 'b'],
        ],
      },
    ],
    ['no value', [{ name: 'accept', value: '' }], [{ name: 'accept' }], { headers: [['accept', '']] }],
    ['no list', [], null, { headers: [] }],
    ['what is no header', [accept], [accept, null, 5], { headers: [['accept', '*/*']] }],
  ])('is told from %s', (_, first, second, read) => {
    readRequestHeaders(first);
    expect(readRequestHeaders(second)).toMatchObject(read);
  });
});

describe('the first value in a list', () => {
  it.each([
    ['not there', [accept], null],
    [
      'the first of two',
      [
        { name: 'Location', value: '/a' },
        { name: 'location', value: '/b' },
      ],
      '/a',
    ],
    ['of several lines', [{ name: 'location', value: '/a\n/b' }], '/a'],
    ['no text', [{ name: 'location', value: 1 }], ''],
    ['among others', [null, 'x', {}, { name: 7, value: '' }, { name: 'LOCATION', value: '/a' }], '/a'],
    ['of no list', 'location', null],
  ])('is that of the headers that are read: %s', (_, list, value) => {
    expect(firstInList(list, 'location')).toBe(value);
    expect(firstValue(readHeaders(list), 'location')).toBe(value);
  });
});
