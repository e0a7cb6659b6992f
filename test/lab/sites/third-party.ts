import type { Header } from '../../../src/core';
import { empty, json, type Site } from '../exchange';

/** What its gateway lets through; a preflight that asks for anything else is rejected. */
const knownHeaders = new Set(['x-api-key', 'accept']);

const open: readonly Header[] = [['Access-Control-Allow-Origin', '*']];

const stores = [
  { name: 'Innsbruck', street: 'Maria-Theresien-Straße 31', km: 2, x: 34, y: 58 },
  { name: 'Salzburg', street: 'Getreidegasse 9', km: 138, x: 62, y: 34 },
  { name: 'Linz', street: 'Landstraße 17', km: 256, x: 81, y: 20 },
] as const;

/** A map service that rejects everything unknown. */
export const thirdPartySite: Site = (request) => {
  if (request.method === 'OPTIONS') {
    const asked = (request.header('access-control-request-headers') ?? '').split(',').filter(Boolean);
    if (!asked.every((name) => knownHeaders.has(name))) return empty(403, open);
    return empty(200, [
      ...open,
      ['Access-Control-Allow-Methods', 'GET'],
      ['Access-Control-Allow-Headers', [...knownHeaders].join(', ')],
      ['Access-Control-Max-Age', '0'],
    ]);
  }
  return request.url.pathname === '/stores' ? json(stores, open) : null;
};
