import type { HookCall } from '../../../../src/core/exchange/hook-call';

/** A plain call as the page hook tells it. */
export function sampleHookCall(change: Partial<HookCall> = {}): HookCall {
  return {
    n: 1,
    api: 'fetch',
    at: 1_000,
    url: 'https://api.shop.test/orders',
    method: 'GET',
    input: 'string',
    container: 'none',
    frozen: null,
    headers: [],
    mode: 'cors',
    credentials: 'same-origin',
    body: 'none',
    uploadListener: null,
    keepalive: false,
    sync: false,
    documentUrl: 'https://app.shop.test/',
    baseUrl: 'https://app.shop.test/',
    agent: 'none',
    trial: null,
    ...change,
  };
}
