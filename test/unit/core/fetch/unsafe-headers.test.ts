import { expect, test } from 'vitest';
import { unsafeRequestHeaderNames } from '../../../../src/core/fetch/unsafe-headers';
import type { Header } from '../../../../src/core/fetch/types';
import { engines } from './calls';

const a100 = 'a'.repeat(100);
const a128 = 'a'.repeat(128);
const eightTimes = (value: string) => Array.from({ length: 8 }, (): Header => ['accept', value]);

test.each<[what: string, headers: Header[], standard: string, chromium: string, firefox: string]>([
  ['none', [], '', '', ''],
  [
    'sorted, unique, lower-case',
    [
      ['X-b', '1'],
      ['x-A', '1'],
      ['x-B', '2'],
    ],
    'x-a,x-b',
    'x-a,x-b',
    'x-a,x-b',
  ],
  [
    'bytewise order',
    [
      ['x_a', '1'],
      ['x-a', '1'],
      ['x1', '1'],
    ],
    'x-a,x1,x_a',
    'x-a,x1,x_a',
    'x-a,x1,x_a',
  ],
  [
    'forbidden ones',
    [
      ['Cookie', 'a'],
      ['sec-fetch-mode', 'cors'],
      ['x-dtc', 'a'],
    ],
    'x-dtc',
    'x-dtc',
    'x-dtc',
  ],
  ['method override, forbidden', [['x-http-method', 'TRACE']], '', '', ''],
  ['method override', [['x-http-method', 'PUT']], 'x-http-method', 'x-http-method', 'x-http-method'],
  ['user-agent', [['User-Agent', 'a']], 'user-agent', '', 'user-agent'],
  ['client hint', [['dpr', '2']], 'dpr', '', 'dpr'],
  [
    'client hint twice',
    [
      ['dpr', '2'],
      ['dpr', '2'],
    ],
    'dpr',
    'dpr',
    'dpr',
  ],
  [
    'two times 100 bytes',
    [
      ['accept', a100],
      ['Accept', a100],
    ],
    '',
    'accept',
    '',
  ],
  [
    'an empty one after 127 bytes: what ends in a comma is trimmed before it is measured',
    [
      ['accept', 'a'.repeat(127)],
      ['accept', ''],
    ],
    '',
    '',
    '',
  ],
  [
    'content-type twice',
    [
      ['content-type', 'text/plain'],
      ['content-type', 'text/plain'],
    ],
    '',
    'content-type',
    '',
  ],
  [
    'surrounding whitespace',
    [
      ['range', ' bytes=0-9\t'],
      ['accept', ` ${a128} `],
    ],
    '',
    '',
    '',
  ],
  ['1024 bytes', eightTimes(a128), '', 'accept', ''],
  [
    '1025 bytes',
    [...eightTimes(a128), ['content-language', 'a']],
    'accept,content-language',
    'accept',
    'accept,content-language',
  ],
  ['1024 bytes and an unsafe one', [...eightTimes(a128), ['x-dtc', a128]], 'x-dtc', 'accept,x-dtc', 'x-dtc'],
])('%s', (_what, headers, ...expected) => {
  expect(engines.map((engine) => unsafeRequestHeaderNames(headers, engine).join(','))).toEqual(expected);
});
