import { describe, expect, it } from 'vitest';
import { probeKey, probeRequestOf } from '../../../../src/core/probe/probe-request';
import type { RouteChange } from '../../../../src/core/probe/types';
import { sampleExchange, type ExchangeSpec } from '../verdict/sample-exchange';

const url = 'https://api.shop.test/orders/17?page=2#top';
const ask = (spec: ExchangeSpec, change: RouteChange = { route: 'header', adds: ['x-dtc'] }) =>
  probeRequestOf(sampleExchange({ url, ...spec }), change, 'chromium');

describe('the preflight that a probe sends', () => {
  it('is the one that x-dtc would cause, for the URL without its fragment', () => {
    expect(ask({})).toEqual({
      url: 'https://api.shop.test/orders/17?page=2',
      origin: 'https://app.shop.test',
      method: 'GET',
      headerNames: ['x-dtc'],
    });
  });

  it('names the call’s own unsafe headers too, lower-case and sorted', () => {
    const request = { 'X-Trace': '1', 'Content-Type': 'application/json', Accept: '*/*' };
    expect(ask({ method: 'POST', request })).toMatchObject({
      method: 'POST',
      headerNames: ['content-type', 'x-dtc', 'x-trace'],
    });
  });

  it('is the one that trace context would cause, both names asked for', () => {
    expect(ask({}, { route: 'header', adds: ['traceparent', 'tracestate'] })).toMatchObject({
      headerNames: ['traceparent', 'tracestate'],
    });
  });

  it('on the cookie route names no x-dtc', () => {
    expect(ask({ method: 'PUT' }, { route: 'cookies' })).toMatchObject({ method: 'PUT', headerNames: [] });
  });

  it.each([
    ['same origin', { url: 'https://app.shop.test/cart' }, { route: 'header', adds: ['x-dtc'] }],
    ['no-cors', { mode: 'no-cors' }, { route: 'header', adds: ['x-dtc'] }],
    ['a call that needs no preflight', {}, { route: 'cookies' }],
  ] as const)('is none for %s', (_, spec, change) => {
    expect(ask(spec, change)).toBeNull();
  });

  it('asks the hop of a redirected call that is not known', () => {
    const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'x-dtc' };
    const redirected = ask({
      url: 'https://api.shop.test/old',
      status: 302,
      response: { 'access-control-allow-origin': '*' },
      preflight: { asked: 'x-dtc', headers },
      redirectedTo: [{ url: 'https://api.shop.test/new', response: { 'access-control-allow-origin': '*' } }],
    });
    expect(redirected?.url).toBe('https://api.shop.test/new');
  });
});

describe('probeKey', () => {
  const request = {
    url: 'https://api.shop.test/orders/17',
    origin: 'https://app.shop.test',
    method: 'GET',
    headerNames: ['x-dtc'],
  };

  it('is the same for all calls of an endpoint', () => {
    expect(probeKey({ ...request, url: 'https://api.shop.test/orders/18?x=1' })).toBe(probeKey(request));
  });

  it.each([
    { method: 'PUT' },
    { origin: 'https://shop.test' },
    { headerNames: ['content-type', 'x-dtc'] },
    { url: 'https://api.shop.test/orders' },
  ])('differs with %j', (other) => {
    expect(probeKey({ ...request, ...other })).not.toBe(probeKey(request));
  });
});
