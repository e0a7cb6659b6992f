import type { Exchange, ExchangeHop } from '../../../src/core';

/** The sample visit walked again with x-dtc on every call to an `api.` host: some endpoints accept it, some do not. */
export function trialCalls(calls: readonly Exchange[]): readonly Exchange[] {
  return calls
    .filter(({ api }) => api === 'fetch' || api === 'xhr')
    .map((call) => (call.url.includes('//api.') && call.error === null ? altered(call) : again(call)));
}

const later = 60_000;

function again(call: Exchange): Exchange {
  return { ...call, id: `${call.id}-trial`, startedAt: call.startedAt + later, pageref: 'page_2' };
}

function altered(call: Exchange): Exchange {
  const [first, ...others] = call.hops;
  const isRefused = call.url.includes('/orders/') || call.url.includes('/quotes');
  const origin = call.initiatorOrigin;
  const allowed = isRefused ? 'content-type' : 'content-type, x-dtc, x-shop-locale, x-partner-key';
  const hop: ExchangeHop = {
    ...first,
    requestHeaders: [
      ...first.requestHeaders,
      ['x-dtc', 'sn="v_4_srv_2_sn_8B1D65E0", v="1", app="ea7c4b59f27d43eb"'],
    ],
    response: isRefused ? null : first.response,
    preflight: {
      url: first.url,
      startedAt: first.startedAt + later - 24,
      duration: 22,
      requestHeaders: [
        ['Origin', origin],
        ['Access-Control-Request-Method', first.method],
        ['Access-Control-Request-Headers', 'x-dtc'],
      ],
      response: {
        status: 204,
        headers: [
          ['Access-Control-Allow-Origin', origin],
          ['Access-Control-Allow-Credentials', 'true'],
          ['Access-Control-Allow-Methods', 'GET, PUT, POST, DELETE'],
          ['Access-Control-Allow-Headers', allowed],
        ],
      },
    },
  };
  return {
    ...again(call),
    hops: [hop, ...others],
    error: isRefused ? 'net::ERR_FAILED' : call.error,
    trial: { id: 'trial-of-the-gallery', effect: { kind: 'header-added', headers: ['x-dtc'] } },
  };
}
