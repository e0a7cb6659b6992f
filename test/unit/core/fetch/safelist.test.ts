import { describe, expect, test } from 'vitest';
import { isSafelistedRequestHeader } from '../../../../src/core/fetch/safelist';
import type { Engine } from '../../../../src/core/fetch/types';
import { fixture } from '../cors-fixture';
import { engines } from './calls';

interface Case {
  id: string;
  name: string;
  value: string;
  safelisted: boolean;
  engines?: Partial<Record<Engine, boolean | 'ignored'>>;
}

describe.each(engines)('%s', (engine) => {
  test.each(fixture<Case[]>('cors-safelist'))(
    '$id $name: $value',
    ({ name, value, safelisted, engines: differs }) => {
      const seen = differs?.[engine];
      // “ignored”: the header is dropped before this rule is asked.
      const expected = seen === undefined || seen === 'ignored' ? safelisted : seen;
      expect(isSafelistedRequestHeader(name, value, engine)).toBe(expected);
    },
  );
});

const a128 = 'a'.repeat(128);

test.each<[name: string, value: string, standard: boolean, chromium: boolean, firefox: boolean]>([
  ['accept', '', true, true, true],
  ['accept', a128, true, true, true],
  ['accept', `${a128}a`, false, false, false],
  ['accept', 'a\tb', true, true, true],
  ['accept', '\u0000', false, false, false],
  ['accept', '\u007f', false, false, false],
  ['accept', '\u0080', true, true, false],
  ['Accept-Language', 'de-DE, en;q=0.5, *', true, true, true],
  ['content-language', 'nn_NO', false, false, false],
  ['content-type', '', false, false, false],
  ['content-type', 'text', false, false, false],
  ['content-type', 'TEXT/Plain', true, true, true],
  ['content-type', ' text/plain ', true, true, true],
  ['content-type', 'text/plain;', true, true, true],
  ['content-type', 'text/plain;garbage', true, true, true],
  ['content-type', 'text/plain;a=b;', true, true, false],
  ['content-type', 'text/plain ; charset=utf-8', true, true, true],
  ['content-type', 'text/plain; charset=a,b', true, true, false],
  ['content-type', 'text/plain, text/plain', false, false, false],
  ['content-type', 'text/plain x', false, false, false],
  ['content-type', 'text/plain/x', false, false, false],
  ['content-type', '/plain', false, false, false],
  ['content-type', 'text /plain', false, false, false],
  ['content-type', 'text/plain; charset="utf-8"', false, false, false],
  ['content-type', 'application/json', false, false, false],
  ['range', 'bytes=0-', true, true, true],
  ['range', 'bytes=1-1', true, true, true],
  ['range', 'bytes=2-1', false, false, false],
  ['range', 'bytes=9-10', true, true, true],
  ['range', 'bytes=18446744073709551617-18446744073709551616', false, false, false],
  ['range', 'bytes=0-9223372036854775807', true, true, true],
  ['range', 'bytes=0-9223372036854775808', true, false, false],
  ['range', 'bytes=9223372036854775808-', true, false, false],
  ['range', 'BYTES=1-2', false, false, false],
  ['range', 'bytes=', false, false, false],
  ['range', 'bytes=1', false, false, false],
  ['range', 'bytes=1-2\n', false, false, false],
  ['Save-Data', 'ON', false, true, false],
  ['ect', '5g', false, false, false],
  ['ect', 'slow-2g', false, true, false],
  ['downlink', '1.5', false, true, false],
  ['rtt', '1.5', false, false, false],
  ['viewport-width', '10', false, true, false],
  ['x-dtc', '1', false, false, false],
  ['authorization', 'a', false, false, false],
  ['traceparent', 'a', false, false, false],
])('%s: %j in each engine', (name, value, ...expected) => {
  expect(engines.map((engine) => isSafelistedRequestHeader(name, value, engine))).toEqual(expected);
});
