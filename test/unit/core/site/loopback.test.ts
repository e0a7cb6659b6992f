import { expect, test } from 'vitest';
import { isLoopback } from '../../../../src/core/site/loopback';

test.each([
  ['localhost', true],
  ['app.localhost', true],
  ['[::1]', true],
  ['127.0.0.1', true],
  ['127.255.0.9', true],
  ['128.0.0.1', false],
  ['localhost.test', false],
  ['notlocalhost', false],
  ['127.0.0.1.test', false],
])('%s: %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});
