import { expect, it } from 'vitest';
import { sameOriginForAgent } from '../../../../src/core/agent/agent-same-origin';
import { parseAgentVersion } from '../../../../src/core/agent/version';

const page = 'http://app.shop.test:18080/p/x';

it.each([
  ['/ok', page, [true, true, true]],
  ['http://app.shop.test:18080/ok', page, [true, true, true]],
  ['http://app.shop.test:18081/ok', page, [false, false, false]],
  ['http://api.shop.test:18081/ok', page, [false, false, false]],
  ['https://app.shop.test:18443/ok', page, [false, false, false]],
  // 1.219 looks at the text as passed.
  ['//app.shop.test:18080/ok', page, [false, true, true]],
  ['http://APP.shop.test:18080/ok', page, [false, true, true]],
  // Up to 1.315 the host is looked for as text.
  ['http://app.shop.test:18080@evil.test/', page, [true, true, false]],
  ['https://shop.test.evil.net/', 'https://shop.test/', [true, true, false]],
  ['https://shop.test/a?b=:12', 'https://shop.test/', [false, false, true]],
  ['data:,x', page, [true, true, true]],
])('%s from %s', (url, from, expected) => {
  const seen = ['1.219', '1.315', '1.329'].map((label) =>
    sameOriginForAgent(url, from, parseAgentVersion(label), false),
  );
  expect(seen).toEqual(expected);
});

it.each([
  // between 1.219 and 1.239: as passed, or resolved
  ['1.230', '//app.shop.test:18080/ok', 'unknown'],
  ['1.230', '/ok', true],
  // between 1.315 and 1.329: by text, or by origin
  ['1.320', 'http://app.shop.test:18080@evil.test/', 'unknown'],
  ['1.320', 'http://api.shop.test:18081/ok', false],
] as const)('agent %s between two known ones: %s is %s', (label, url, expected) => {
  expect(sameOriginForAgent(url, page, parseAgentVersion(label), false)).toBe(expected);
});

it('compares origins of other schemes only with epacod', () => {
  const version = parseAgentVersion('1.337');
  expect(sameOriginForAgent('https://api.shop.test/', 'file:///app/index.html', version, false)).toBe(true);
  expect(sameOriginForAgent('https://api.shop.test/', 'file:///app/index.html', version, true)).toBe(false);
});
