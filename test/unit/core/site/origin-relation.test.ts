import { describe, expect, test } from 'vitest';
import type { Engine } from '../../../../src/core/fetch/types';
import { originRelation } from '../../../../src/core/site/origin-relation';
import { cookieCases } from './cookies';

interface Pair {
  id: string;
  a: string;
  b: string;
  sameSite: boolean;
}

const engines: readonly Engine[] = ['standard', 'chromium', 'firefox'];

describe.each(engines)('%s', (engine) => {
  test.each(cookieCases<Pair>('same-site-pair'))('$id $a, $b', ({ a, b, sameSite }) => {
    expect(originRelation(a, b, engine) !== 'cross-site').toBe(sameSite);
    expect(originRelation(b, a, engine) !== 'cross-site').toBe(sameSite);
  });
});

test.each<[from: string, to: string, standard: string, chromium: string, firefox: string]>([
  ['https://a.test', 'https://A.test:443/x?y#z', 'same-origin', 'same-origin', 'same-origin'],
  ['https://a.test', 'https://u:p@a.test/', 'same-origin', 'same-origin', 'same-origin'],
  ['https://a.test', 'https://a.test:8443', 'same-site', 'same-site', 'same-site'],
  ['https://a.test', 'http://a.test', 'cross-site', 'cross-site', 'same-site'],
  ['https://www.shop.test', 'https://api.shop.test', 'same-site', 'same-site', 'same-site'],
  ['https://www.shop.test', 'http://api.shop.test', 'cross-site', 'cross-site', 'same-site'],
  ['https://shop.test', 'https://shop2.test', 'cross-site', 'cross-site', 'cross-site'],
  ['https://a.github.io', 'https://b.github.io', 'cross-site', 'cross-site', 'cross-site'],
  ['https://a.co.uk', 'https://b.co.uk', 'cross-site', 'cross-site', 'cross-site'],
  ['http://10.0.0.1', 'http://10.0.0.2', 'cross-site', 'cross-site', 'cross-site'],
  ['http://[::1]:80', 'http://[0:0::1]', 'same-origin', 'same-origin', 'same-origin'],
  ['http://localhost', 'http://localhost:8080', 'same-site', 'same-site', 'same-site'],
  ['http://localhost', 'http://a.localhost', 'cross-site', 'cross-site', 'cross-site'],
  ['https://a.shop.test.', 'https://a.shop.test', 'cross-site', 'cross-site', 'cross-site'],
  ['https://a.shop.test.', 'https://b.shop.test.', 'same-site', 'same-site', 'same-site'],
  ['https://www.bücher.de', 'https://api.xn--bcher-kva.de', 'same-site', 'same-site', 'same-site'],
  ['null', 'null', 'cross-site', 'cross-site', 'cross-site'],
  ['https://a.test', 'null', 'cross-site', 'cross-site', 'cross-site'],
  ['data:,a', 'data:,a', 'cross-site', 'cross-site', 'cross-site'],
  ['file:///a', 'file:///a', 'cross-site', 'cross-site', 'cross-site'],
  ['blob:https://a.test/1', 'https://a.test', 'same-origin', 'same-origin', 'same-origin'],
  ['', 'https://a.test', 'cross-site', 'cross-site', 'cross-site'],
])('%s, %s', (from, to, ...relations) => {
  expect(engines.map((engine) => originRelation(from, to, engine))).toEqual(relations);
});
