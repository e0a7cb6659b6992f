import { expect, it } from 'vitest';
import { siteOf } from '../../../../src/core';

it.each([
  ['https://app.shop.example/a', 'shop.example'],
  ['http://a.b.co.uk:8080', 'b.co.uk'],
  ['http://10.0.0.1/', '10.0.0.1'],
  ['http://localhost:3000/', 'localhost'],
  ['https://github.io', 'github.io'],
  ['no url', null],
])('%s belongs to %s', (url, site) => {
  expect(siteOf(url)).toBe(site);
});
