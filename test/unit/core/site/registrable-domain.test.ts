import { describe, expect, test } from 'vitest';
import type { Engine } from '../../../../src/core/fetch/types';
import { registrableDomain } from '../../../../src/core/site/registrable-domain';
import { fixture } from '../cors-fixture';

interface Case {
  id: string;
  host: string;
  registrable: string | null;
  engines?: Partial<Record<Engine, string | null>>;
}

describe.each<Engine>(['standard', 'chromium', 'firefox'])('%s', (engine) => {
  test.each(fixture<Case[]>('psl'))('$id $host', ({ host, registrable, engines }) => {
    const differs = engines?.[engine];
    expect(registrableDomain(host, engine)).toBe(differs === undefined ? registrable : differs);
  });
});

test.each<[host: string, standard: string | null, browsers: string | null]>([
  ['WWW.Example.COM', 'example.com', 'example.com'],
  ['a.example.com.', 'example.com.', 'example.com.'],
  ['com.', null, null],
  ['.example.com', null, null],
  ['a..example.com', null, null],
  ['', null, null],
  ['.', null, null],
  ['localhost', null, null],
  ['127.0.0.1', null, null],
  ['1.2.3.4.5', null, null],
  ['[::1]', null, null],
  ['::1', null, null],
  ['example.com:80', null, null],
  ['a b.com', null, null],
  ['a.github.io', 'a.github.io', 'a.github.io'],
  ['github.io', null, null],
  ['b.a.github.io', 'a.github.io', 'a.github.io'],
  ['bücher.example.de', 'example.de', 'example.de'],
  ['www.Bücher.de', 'bücher.de', 'bücher.de'],
  ['www.xn--bcher-kva.de', 'xn--bcher-kva.de', 'xn--bcher-kva.de'],
  ['kobe.jp', 'kobe.jp', null],
  ['kobe.jp.', 'kobe.jp.', null],
  ['c.kobe.jp', null, null],
  ['a.c.kobe.jp', 'a.c.kobe.jp', 'a.c.kobe.jp'],
  ['city.kobe.jp', 'city.kobe.jp', 'city.kobe.jp'],
  ['a.city.kobe.jp', 'city.kobe.jp', 'city.kobe.jp'],
  ['compute.amazonaws.com', 'amazonaws.com', null],
  ['www.ck', 'www.ck', 'www.ck'],
  ['a.nosuchtld', 'a.nosuchtld', 'a.nosuchtld'],
])('%s', (host, standard, browsers) => {
  expect([
    registrableDomain(host),
    registrableDomain(host, 'chromium'),
    registrableDomain(host, 'firefox'),
  ]).toEqual([standard, browsers, browsers]);
});
