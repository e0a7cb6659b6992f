import type { Header } from '../../../src/core';
import { empty, json, type Site } from '../exchange';
import { products } from './products';

const open: readonly Header[] = [['Access-Control-Allow-Origin', '*']];

/** The partner's API: readable by everybody, and with a fixed list of headers that knows nothing of `x-dtc`. */
export const partnerSite: Site = (request) => {
  const { pathname, searchParams } = request.url;
  if (request.method === 'OPTIONS') {
    return empty(200, [
      ...open,
      ['Access-Control-Allow-Methods', 'GET, POST'],
      ['Access-Control-Allow-Headers', 'content-type, x-requested-with'],
      ['Access-Control-Max-Age', '0'],
    ]);
  }
  switch (pathname) {
    case '/recommendations': {
      const seed = Number(searchParams.get('for') ?? '1');
      return json(
        [1, 4, 6].map((step) => products[(seed + step) % products.length]),
        open,
      );
    }
    case '/events':
    case '/seen':
      return empty(204, open);
    case '/newsletter':
      return json({ subscribed: true }, open, 201);
    default:
      return null;
  }
};
