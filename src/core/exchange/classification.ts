import type { ExchangeApi } from './types';

/** Why an entry is no call of XHR, fetch or the like. */
export type NoCall = 'not http' | 'websocket' | 'navigation' | 'subresource' | 'browser';

export type Classification =
  | { readonly kind: 'call'; readonly api: Exclude<ExchangeApi, 'preflight'> }
  | { readonly kind: 'preflight' }
  | { readonly kind: 'none'; readonly why: NoCall };

/** The entry is no call. */
export const none = (why: NoCall): Classification => ({ kind: 'none', why });
/** A call that this made. */
export const call = (api: Exclude<ExchangeApi, 'preflight'>): Classification => ({ kind: 'call', api });
