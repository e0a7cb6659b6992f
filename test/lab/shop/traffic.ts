/** Every call that the shop makes, as an application would have grown them: some by fetch, some by XHR. */
import type { Product } from '../sites/products';

const api = 'https://api.shop.test';
const partner = 'https://api.partner.test';
const maps = 'https://maps.thirdparty.test';

export interface Store {
  readonly name: string;
  readonly street: string;
  readonly km: number;
  /** Percent of the map's width and height. */
  readonly x: number;
  readonly y: number;
}

export interface Review {
  readonly stars: number;
  readonly text: string;
}

export interface CartItem {
  readonly id: number;
  readonly quantity: number;
}

async function getJson<Value>(url: string, init?: RequestInit): Promise<Value> {
  const answer = await fetch(url, init);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return (await answer.json()) as Value;
}

interface XhrOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly withCredentials?: boolean;
  readonly body?: string;
}

function xhrJson<Value>(url: string, options: XhrOptions = {}): Promise<Value> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open(options.method ?? 'GET', url);
    xhr.withCredentials = options.withCredentials ?? false;
    for (const [name, value] of Object.entries(options.headers ?? {})) xhr.setRequestHeader(name, value);
    xhr.addEventListener('load', () => resolve(JSON.parse(xhr.responseText) as Value));
    xhr.addEventListener('error', () => reject(new Error(`${url} failed`)));
    xhr.send(options.body ?? null);
  });
}

const jsonType = { 'content-type': 'application/json' };

// The shop's own origin.
export const session = (): Promise<{ name: string; city: string }> => getJson('/session');
export const search = (words: string): Promise<readonly number[]> =>
  getJson(`/search?q=${encodeURIComponent(words)}`);

// The API of the same site.
export const catalogue = (): Promise<readonly Product[]> => getJson(`${api}/catalog/products`);
export const product = (id: number): Promise<Product> => getJson(`${api}/catalog/products/${id}`);
export const productOfTheWeek = (): Promise<Product> => getJson(`${api}/catalog/week`);
export const stock = (id: number): Promise<{ left: number }> => xhrJson(`${api}/stock/${id}`);
export const reviews = (id: number): Promise<readonly Review[]> => getJson(`${api}/reviews/${id}`);
export const cart = (): Promise<readonly CartItem[]> => xhrJson(`${api}/cart`, { withCredentials: true });
export const putInCart = (id: number, quantity: number): Promise<readonly CartItem[]> =>
  xhrJson(`${api}/cart/items/${id}`, {
    method: 'PUT',
    withCredentials: true,
    headers: jsonType,
    body: JSON.stringify({ quantity }),
  });
export const removeFromCart = (id: number): Promise<readonly CartItem[]> =>
  xhrJson(`${api}/cart/items/${id}`, { method: 'DELETE', withCredentials: true });
export const order = (items: readonly CartItem[]): Promise<{ number: string }> =>
  getJson(`${api}/orders`, {
    method: 'POST',
    credentials: 'include',
    headers: { ...jsonType, 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({ items }),
  });
export const loyaltyPoints = (): Promise<{ points: number }> => getJson(`${api}/legacy/loyalty`);

// The partner on another site.
export const recommendations = (id: number): Promise<readonly Product[]> =>
  getJson(`${partner}/recommendations?for=${id}`);
export async function reportView(id: number): Promise<void> {
  const answer = await fetch(`${partner}/events`, {
    method: 'POST',
    headers: jsonType,
    body: JSON.stringify({ event: 'view', product: id }),
  });
  await answer.text();
}
export const reportSeen = (): boolean => navigator.sendBeacon(`${partner}/seen`, 'page');

// A third party.
export const stores = (city: string): Promise<readonly Store[]> =>
  xhrJson(`${maps}/stores?near=${encodeURIComponent(city)}`, { headers: { 'x-api-key': 'fernweh-web' } });
