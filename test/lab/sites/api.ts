import type { Header } from '../../../src/core';
import { empty, json, type LabRequest, type LabResponse, type Site } from '../exchange';
import { products } from './products';

interface CartItem {
  readonly id: number;
  readonly quantity: number;
}

const agentResponse: readonly Header[] = [
  ['Server-Timing', 'dtSInfo;desc="0", dtRpid;desc="-1426008374"'],
  ['X-OneAgent-JS-Injection', 'true'],
  ['Timing-Allow-Origin', '*'],
];

/** The shop's API: some of it ready for `x-dtc`, some for credentials, some for neither, as APIs are. */
export function createApiSite(): Site {
  let cart: readonly CartItem[] = [{ id: 6, quantity: 1 }];

  const cartAnswer = (request: LabRequest): LabResponse => {
    const id = Number(request.url.pathname.split('/')[3]);
    if (request.method === 'PUT') {
      const { quantity } = JSON.parse(request.body) as { quantity: number };
      cart = [...cart.filter((item) => item.id !== id), { id, quantity }];
    }
    if (request.method === 'DELETE') cart = cart.filter((item) => item.id !== id);
    return json(cart, [...credentialed(request), ...agentResponse]);
  };

  return (request) => {
    const [, area, , part] = request.url.pathname.split('/');
    switch (area) {
      case 'catalog':
      case 'stock':
        if (request.method === 'OPTIONS') {
          return preflight(request, { methods: 'GET', headers: 'x-dtc, accept', maxAge: '0' });
        }
        return catalogue(request, area, Number(part ?? request.url.pathname.split('/')[2]));
      case 'cart':
        if (request.method === 'OPTIONS') {
          return preflight(request, { methods: 'GET, PUT, DELETE', headers: 'content-type', maxAge: '0' });
        }
        return cartAnswer(request);
      case 'orders':
        if (request.method === 'OPTIONS') {
          return preflight(request, {
            methods: 'POST',
            headers: 'content-type, idempotency-key, x-dtc',
            maxAge: '0',
          });
        }
        cart = [];
        return json({ number: 'F-20417' }, [...credentialed(request), ...agentResponse], 201);
      case 'reviews':
        return json(
          [
            { stars: 5, text: 'Two winters in Norway. Still like new.' },
            { stars: 4, text: 'Good, but order one size up.' },
          ],
          [['Access-Control-Allow-Origin', '*']],
        );
      case 'legacy':
        // An old service that nobody has taught CORS: the page shows its placeholder.
        return request.method === 'OPTIONS' ? empty(403) : json({ points: 1280 });
      default:
        return null;
    }
  };
}

function catalogue(request: LabRequest, area: string, id: number): LabResponse {
  const headers = [...credentialed(request), ...agentResponse];
  if (area === 'stock')
    return json({ left: products.find((product) => product.id === id)?.stock ?? 0 }, headers);
  if (request.url.pathname === '/catalog/week') {
    return { status: 302, headers: [['Location', '/catalog/products/2'], ...headers] };
  }
  if (Number.isNaN(id)) return json(products, headers);
  const product = products.find((candidate) => candidate.id === id);
  return product ? json(product, headers) : json({ error: 'no such product' }, headers, 404);
}

function credentialed(request: LabRequest): readonly Header[] {
  const origin = request.header('origin');
  if (origin === null || !/^https?:\/\/(app|www)\.shop\.test$/.test(origin)) return [];
  return [
    ['Access-Control-Allow-Origin', origin],
    ['Access-Control-Allow-Credentials', 'true'],
    ['Vary', 'Origin'],
  ];
}

function preflight(
  request: LabRequest,
  lists: { readonly methods: string; readonly headers: string; readonly maxAge: string },
): LabResponse {
  return empty(204, [
    ...credentialed(request),
    ['Access-Control-Allow-Methods', lists.methods],
    ['Access-Control-Allow-Headers', lists.headers],
    ['Access-Control-Max-Age', lists.maxAge],
  ]);
}
