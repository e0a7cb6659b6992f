import { describe, expect, it } from 'vitest';
import { createProber, type ProbeEnvironment } from '../../../src/background/probe';
import { createQueue } from '../../../src/background/queue';
import { sessionRules } from '../../../src/background/rules';
import type { ProbeRequest } from '../../../src/core/probe/types';
import { fakePermissions, fakeRules } from './fake-browser';

const request: ProbeRequest = {
  url: 'https://api.shop.test/orders?a=b|c*',
  origin: 'https://app.shop.test',
  method: 'PUT',
  headerNames: ['content-type', 'x-dtc'],
};

/** A fetch that ends when the test says so, or when it is aborted. */
function heldFetch() {
  const calls: {
    url: string;
    init: RequestInit;
    answer: (response: Response) => void;
    fail: (error: Error) => void;
  }[] = [];
  const fetch = ((url: string, init: RequestInit) =>
    new Promise<Response>((answer, fail) => {
      calls.push({ url, init, answer, fail });
      init.signal?.addEventListener('abort', () => fail(new DOMException('aborted', 'AbortError')));
    })) as typeof globalThis.fetch;
  return { calls, fetch };
}

function setUp(granted: readonly string[] = ['*://api.shop.test/*', '*://other.test/*']) {
  const net = fakeRules();
  const held = heldFetch();
  let time = 1_000;
  const environment: ProbeEnvironment = {
    fetch: held.fetch,
    permissions: fakePermissions(new Set(granted)),
    rules: sessionRules(net, createQueue()),
    now: () => (time += 5),
  };
  const sent = async (count: number): Promise<void> => {
    while (held.calls.length < count) await new Promise((resolve) => setImmediate(resolve));
  };
  return { net, held, sent, prober: createProber(environment) };
}

describe('a probe', () => {
  it('sends one OPTIONS under a rule that fits nothing else, and takes the rule away', async () => {
    const { net, held, sent, prober } = setUp();
    const result = prober.run('p', request, 1_000);
    await sent(1);
    expect(net.present).toEqual([
      {
        id: 1,
        priority: 1,
        condition: {
          urlFilter: '|https://api.shop.test/orders?a=b*c*|',
          tabIds: [-1],
          requestMethods: ['options'],
          resourceTypes: ['xmlhttprequest', 'other'],
        },
        action: {
          type: 'modifyHeaders',
          requestHeaders: [
            { header: 'origin', operation: 'set', value: 'https://app.shop.test' },
            { header: 'access-control-request-method', operation: 'set', value: 'PUT' },
            { header: 'access-control-request-headers', operation: 'set', value: 'content-type,x-dtc' },
            { header: 'referer', operation: 'set', value: 'https://app.shop.test/' },
            { header: 'sec-fetch-site', operation: 'set', value: 'same-site' },
          ],
        },
      },
    ]);
    expect(held.calls[0]).toMatchObject({
      url: request.url,
      init: { method: 'OPTIONS', credentials: 'omit', redirect: 'manual' },
    });
    held.calls[0]?.answer(
      new Response(null, { status: 204, headers: { 'Access-Control-Allow-Headers': 'x-dtc' } }),
    );
    expect(await result).toMatchObject({
      kind: 'answered',
      sent: { request, startedAt: 1_005, duration: 5 },
      response: { status: 204, headers: [['access-control-allow-headers', 'x-dtc']] },
    });
    expect(net.present).toEqual([]);
  });

  it.each([
    ['a redirect', { type: 'opaqueredirect', status: 0, headers: new Headers() } as Response, 'redirected'],
    ['a refusal', new Response(null, { status: 405 }), 'answered'],
  ])('reports %s', async (_, response, kind) => {
    const { net, held, sent, prober } = setUp();
    const result = prober.run('p', request, 1_000);
    await sent(1);
    held.calls[0]?.answer(response);
    expect((await result).kind).toBe(kind);
    expect(net.present).toEqual([]);
  });

  it('reports that nobody answers', async () => {
    const { net, held, sent, prober } = setUp();
    const result = prober.run('p', request, 1_000);
    await sent(1);
    held.calls[0]?.fail(new TypeError('Failed to fetch'));
    expect(await result).toMatchObject({ kind: 'no-answer', why: 'Failed to fetch' });
    expect(net.present).toEqual([]);
  });

  it('gives up after its time', async () => {
    const { net, prober } = setUp();
    expect(await prober.run('p', request, 20)).toMatchObject({ kind: 'timeout', after: 20 });
    expect(net.present).toEqual([]);
  });

  it('can be cancelled, under way or waiting', async () => {
    const { net, held, sent, prober } = setUp();
    const results = [prober.run('first', request, 1_000), prober.run('second', request, 1_000)];
    await sent(1);
    expect([prober.cancel('second'), prober.cancel('first'), prober.cancel('third')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(await Promise.all(results)).toEqual([{ kind: 'cancelled' }, { kind: 'cancelled' }]);
    expect(held.calls).toHaveLength(1);
    expect(net.present).toEqual([]);
  });

  it('asks one origin one thing at a time, and several origins at once', async () => {
    const { held, sent, prober } = setUp();
    const other = { ...request, url: 'https://other.test/' };
    const results = [
      prober.run('a', request, 1_000),
      prober.run('b', request, 1_000),
      prober.run('c', other, 1_000),
    ];
    await sent(2);
    expect(held.calls.map(({ url }) => new URL(url).hostname).sort()).toEqual([
      'api.shop.test',
      'other.test',
    ]);
    for (const call of held.calls) call.answer(new Response());
    await sent(3);
    held.calls[2]?.answer(new Response());
    expect((await Promise.all(results)).map(({ kind }) => kind)).toEqual([
      'answered',
      'answered',
      'answered',
    ]);
  });

  it('sends nothing without access', async () => {
    const { held, prober } = setUp([]);
    expect(await prober.run('p', request, 1_000)).toEqual({
      kind: 'no-access',
      pattern: '*://api.shop.test/*',
    });
    expect(held.calls).toEqual([]);
  });
});
