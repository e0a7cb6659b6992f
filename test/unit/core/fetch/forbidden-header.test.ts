import { expect, test } from 'vitest';
import { isForbiddenRequestHeader } from '../../../../src/core/fetch/forbidden-header';
import { fixture } from '../cors-fixture';

interface Case {
  id: string;
  name: string;
  value: string;
  forbidden: boolean;
}

test.each(fixture<Case[]>('forbidden-headers'))('$id $name: $value', ({ name, value, forbidden }) => {
  expect(isForbiddenRequestHeader(name, value)).toBe(forbidden);
});

test.each<[name: string, value: string | undefined, forbidden: boolean]>([
  ['COOKIE', undefined, true],
  ['Cookies', undefined, false],
  ['proxy-', undefined, true],
  ['proxy', undefined, false],
  ['SEC-CH-UA', undefined, true],
  ['section', undefined, false],
  ['User-Agent', undefined, false],
  ['x-dtc', undefined, false],
  ['Access-Control-Request-Method', undefined, true],
  ['X-HTTP-Method', undefined, false],
  ['X-HTTP-Method', 'PUT', false],
  ['x-http-method-override', 'track', true],
  ['X-Method-Override', 'GET, connect ,PUT', true],
  ['X-Method-Override', 'GET\tTRACE', false],
  ['X-Method-Override', '"GET,TRACE"', false],
  ['X-Method-Override', '"a\\"b,TRACE",TRACE', true],
  ['X-Method-Override', '"TRACE"', false],
  ['X-Method', 'TRACE', false],
])('%s: %s', (name, value, forbidden) => {
  expect(isForbiddenRequestHeader(name, value)).toBe(forbidden);
});
