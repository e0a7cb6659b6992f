import { expect, test } from 'vitest';
import { sentHeaders } from '../../../../src/core/fetch/settable-headers';
import type { Header } from '../../../../src/core/fetch/types';
import { engines, request } from './calls';

const x: Header = ['x-dtc', '1'];

test.each<[what: string, mode: 'cors' | 'no-cors', headers: Header[], sent: Header[]]>([
  ['cors keeps x-dtc', 'cors', [x], [x]],
  ['cors drops what is forbidden', 'cors', [['Host', 'a'], x], [x]],
  ['no-cors drops x-dtc', 'no-cors', [x, ['accept', '*/*']], [['accept', '*/*']]],
  ['no-cors drops unsafe values', 'no-cors', [['content-type', 'application/json']], []],
  [
    'no-cors keeps safelisted values',
    'no-cors',
    [['Content-Type', 'text/plain']],
    [['Content-Type', 'text/plain']],
  ],
  ['no-cors drops range', 'no-cors', [['range', 'bytes=0-']], []],
  [
    'no-cors tests the values combined',
    'no-cors',
    [
      ['accept', 'a'.repeat(100)],
      ['accept', 'b'.repeat(100)],
      ['accept', 'c'],
    ],
    [
      ['accept', 'a'.repeat(100)],
      ['accept', 'c'],
    ],
  ],
])('%s', (_what, mode, headers, sent) => {
  for (const engine of engines) expect(sentHeaders(request({ mode, headers }), engine)).toEqual(sent);
});

test('Chromium ignores a script’s User-Agent', () => {
  const headers: Header[] = [['User-Agent', 'a']];
  expect(engines.map((engine) => sentHeaders(request({ headers }), engine).length)).toEqual([1, 0, 1]);
});
