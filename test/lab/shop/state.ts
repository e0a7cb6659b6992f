import { computed, signal } from '@preact/signals';
import type { Product } from '../sites/products';
import * as traffic from './traffic';

/** What a part of the page knows: not yet, the value, or that it could not be had. */
export type Loaded<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: Value }
  | { readonly state: 'failed' };

const loading = { state: 'loading' } as const;

export const catalogue = signal<Loaded<readonly Product[]>>(loading);
export const week = signal<Loaded<Product>>(loading);
export const visitor = signal<Loaded<{ name: string; city: string }>>(loading);
export const points = signal<Loaded<{ points: number }>>(loading);
export const stores = signal<Loaded<readonly traffic.Store[]>>(loading);
export const cart = signal<readonly traffic.CartItem[]>([]);
export const cartOpen = signal(false);
export const orderNumber = signal<string | null>(null);
export const hits = signal<readonly number[] | null>(null);
export const productId = signal(productInPath());

export const detail = signal<Loaded<Product>>(loading);
export const left = signal<Loaded<{ left: number }>>(loading);
export const reviews = signal<Loaded<readonly traffic.Review[]>>(loading);
export const alike = signal<Loaded<readonly Product[]>>(loading);

export const productsById = computed(() => {
  const loaded = catalogue.value;
  const list = loaded.state === 'ready' ? loaded.value : [];
  return new Map(list.map((product) => [product.id, product]));
});

/** Fetches what the start page shows. */
export function loadPage(): void {
  void fill(visitor, traffic.session());
  void fill(catalogue, traffic.catalogue());
  void fill(week, traffic.productOfTheWeek());
  void fill(points, traffic.loyaltyPoints());
  void loadCart();
  void fill(alike, traffic.recommendations(productId.value ?? 1));
  void fill(stores, traffic.stores('Innsbruck'));
  if (productId.value !== null) loadProduct(productId.value);
}

/** Shows a product, as a single-page application does. */
export function openProduct(id: number | null): void {
  history.pushState(null, '', `${id === null ? '/' : `/products/${id}`}${location.search}`);
  productId.value = id;
  scrollTo(0, 0);
  if (id !== null) loadProduct(id);
}

export function followHistory(): void {
  productId.value = productInPath();
  if (productId.value !== null) loadProduct(productId.value);
}

export async function setQuantity(id: number, quantity: number): Promise<void> {
  orderNumber.value = null;
  cartOpen.value = true;
  keepCart(await (quantity > 0 ? traffic.putInCart(id, quantity) : traffic.removeFromCart(id)));
}

export async function placeOrder(): Promise<void> {
  const { number } = await traffic.order(cart.value);
  orderNumber.value = number;
  keepCart([]);
}

export function findStores(city: string): void {
  void fill(stores, traffic.stores(city));
}

export async function searchFor(words: string): Promise<void> {
  hits.value = words === '' ? null : await traffic.search(words);
}

async function loadCart(): Promise<void> {
  keepCart(await traffic.cart());
}

function loadProduct(id: number): void {
  void fill(detail, traffic.product(id));
  void fill(left, traffic.stock(id));
  void fill(reviews, traffic.reviews(id));
  void fill(alike, traffic.recommendations(id));
  void traffic.reportView(id);
}

function keepCart(items: readonly traffic.CartItem[]): void {
  cart.value = [...items].sort((a, b) => a.id - b.id);
}

/** A part of the page that cannot be had shows its placeholder; the shop goes on. */
async function fill<Value>(target: { value: Loaded<Value> }, answer: Promise<Value>): Promise<void> {
  target.value = loading;
  try {
    target.value = { state: 'ready', value: await answer };
  } catch {
    target.value = { state: 'failed' };
  }
}

function productInPath(): number | null {
  const id = /^\/products\/(\d+)/.exec(location.pathname)?.[1];
  return id === undefined ? null : Number(id);
}
