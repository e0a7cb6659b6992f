import type { Exchange, ExchangeHop } from './types';

/** The hop whose answer the page gets. */
export function lastHop({ hops }: Pick<Exchange, 'hops'>): ExchangeHop {
  return hops.at(-1) ?? hops[0];
}
