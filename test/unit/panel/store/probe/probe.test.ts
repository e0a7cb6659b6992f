import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { createRollout, judgeRoutes } from '../../../../../src/core';
import type { ProbeRequest, ProbeResult } from '../../../../../src/core/probe/types';
import type { Judged } from '../../../../../src/panel/store/judged/judged';
import { createProbeStore } from '../../../../../src/panel/store/probe/probe';
import { pageFacts, sampleExchange, shop, type ExchangeSpec } from '../../../core/verdict/sample-exchange';
import { createFakeBackground } from '../fake-background';

const settled = () => new Promise((resolve) => setImmediate(resolve));
const cors = { 'access-control-allow-origin': '*' };

interface Sent {
  readonly request: ProbeRequest;
  readonly id: string;
  answer(result?: Partial<ProbeResult>): Promise<void>;
}

function setUp(calls: readonly ExchangeSpec[], { granted = true, pattern = null as string | null } = {}) {
  const facts = pageFacts({ agent: null, pattern });
  const background = createFakeBackground();
  const all = new Map<string, Pick<Judged, 'exchange' | 'verdicts'>>();
  const rollout = createRollout();
  const exchanges = calls.map((spec, index) => {
    const exchange = { ...sampleExchange({ response: cors, ...spec }), id: `call-${index}` };
    const verdicts = judgeRoutes(exchange, facts);
    all.set(exchange.id, { exchange, verdicts });
    rollout.set(exchange, verdicts);
    return exchange;
  });
  const sent: Sent[] = [];
  background.answers['probe.run'] = ({ id, request }) =>
    new Promise((resolve) => {
      sent.push({
        id,
        request,
        answer: async (result = {}) => {
          const head = { request, headers: [], startedAt: 1, duration: 2 };
          resolve({
            kind: 'answered',
            sent: head,
            response: { status: 204, headers: [] },
            ...result,
          } as ProbeResult);
          await settled();
        },
      });
    });
  const asked: (readonly string[])[] = [];
  let ids = 0;
  const store = createProbeStore({
    background: background.client,
    access: {
      ensure: (urls) => {
        asked.push(urls);
        return Promise.resolve(granted);
      },
    },
    exchanges: { all: all as unknown as ReadonlyMap<string, Judged>, rollout, revision: signal(0) },
    engine: 'chromium',
    newId: () => `probe-${++ids}`,
    now: () => 77,
  });
  return { store, background, exchanges, sent, asked };
}
const endpoint = (n: number): ExchangeSpec => ({ url: `https://api.partner.test/endpoint-${'abcdefgh'[n]}` });

describe('probing', () => {
  it('sends nothing by itself', async () => {
    const { store, background } = setUp([endpoint(0)]);
    await settled();
    expect(store.unasked.value).toBe(1);
    expect(background.calls).toEqual([]);
  });

  it('asks each unknown endpoint once, however many calls it has, and no other', async () => {
    const { store, sent, asked } = setUp([
      { url: 'https://api.partner.test/items/1' },
      { url: 'https://api.partner.test/items/2' },
      endpoint(0),
      { url: 'https://app.shop.test/cart' },
      {
        url: 'https://api.partner.test/known',
        request: { 'x-key': '1' },
        preflight: { asked: 'x-key', headers: { ...cors, 'access-control-allow-headers': 'x-key, x-dtc' } },
      },
    ]);
    expect(store.unasked.value).toBe(2);
    store.probeUnasked();
    await settled();
    expect(sent.map(({ request }) => request.url)).toEqual([
      'https://api.partner.test/items/2',
      'https://api.partner.test/endpoint-a',
    ]);
    expect(asked).toHaveLength(1);
  });

  it('asks an endpoint of which only the cookie route is unknown: one answer serves both routes', async () => {
    const { store, sent } = setUp(
      [
        {
          url: 'https://api.shop.test/orders',
          method: 'PUT',
          response: { 'access-control-allow-origin': shop, 'access-control-allow-credentials': 'true' },
        },
      ],
      { pattern: 'none of these' },
    );
    expect(store.unasked.value).toBe(1);
    store.probeUnasked();
    await settled();
    expect(sent.map(({ request }) => request.headerNames)).toEqual([['x-dtc']]);
  });

  it('sends four at most at once, tells how far it is, and ends', async () => {
    const { store, sent } = setUp([0, 1, 2, 3, 4, 5].map(endpoint));
    store.probeUnasked();
    await settled();
    expect(sent).toHaveLength(4);
    expect(store.progress.value).toEqual({ done: 0, total: 6 });
    await sent[0]?.answer();
    expect([sent.length, store.progress.value]).toEqual([5, { done: 1, total: 6 }]);
    for (let next = 1; next < 6; next += 1) await sent[next]?.answer();
    expect([store.progress.value, store.results.value.size]).toEqual([null, 6]);
  });

  it('is given up at once: what waits is not sent, what was sent is cancelled', async () => {
    const { store, background, sent } = setUp([0, 1, 2, 3, 4, 5].map(endpoint));
    store.probeUnasked();
    await settled();
    store.cancel();
    expect(background.callsOf('probe.cancel').map(({ id }) => id)).toEqual(sent.map(({ id }) => id));
    for (const probe of sent) await probe.answer({ kind: 'cancelled' });
    expect([sent.length, store.progress.value, store.results.value.size]).toEqual([4, null, 0]);
  });

  it('needs access, and sends nothing without', async () => {
    const { store, background } = setUp([endpoint(0)], { granted: false });
    store.probeUnasked();
    await settled();
    expect(background.callsOf('probe.run')).toEqual([]);
    expect(store.trouble.value).toBe('Not all hosts are granted: nothing was sent.');
    store.dismiss();
    expect(store.trouble.value).toBeNull();
  });
});

describe('one call', () => {
  it('shows what would be asked, what is under way, and what was answered', async () => {
    const { store, exchanges, sent } = setUp([endpoint(0)]);
    const call = exchanges[0]!;
    expect(store.recordOf(call)).toMatchObject({
      request: { headerNames: ['x-dtc'] },
      result: null,
      running: false,
    });
    store.probeCall(call);
    await settled();
    expect(store.recordOf(call)?.running).toBe(true);
    await sent[0]?.answer();
    expect(store.recordOf(call)).toMatchObject({ result: { kind: 'answered' }, at: 77, running: false });
  });

  it('can be asked again; the last answer counts', async () => {
    const { store, exchanges, sent } = setUp([endpoint(0)]);
    store.probeCall(exchanges[0]!);
    await settled();
    await sent[0]?.answer();
    store.probeCall(exchanges[0]!);
    await settled();
    await sent[1]?.answer({ response: { status: 405, headers: [] } } as Partial<ProbeResult>);
    expect(store.recordOf(exchanges[0]!)?.result).toMatchObject({ response: { status: 405 } });
  });

  it('that needs no preflight has nothing to ask', () => {
    const { store, exchanges } = setUp([{ url: 'https://app.shop.test/cart' }]);
    expect(store.recordOf(exchanges[0]!)).toBeNull();
  });

  it('whose background fails says so', async () => {
    const { store, background, exchanges } = setUp([endpoint(0)]);
    background.answers['probe.run'] = () => {
      throw new Error('extension was updated');
    };
    store.probeCall(exchanges[0]!);
    await settled();
    expect(store.recordOf(exchanges[0]!)?.result).toEqual({ kind: 'failed', why: 'extension was updated' });
  });
});

it('an endpoint is asked by its newest call that nobody asked about', () => {
  const { store } = setUp([
    { url: 'https://api.partner.test/items/1' },
    { url: 'https://api.partner.test/items/2' },
  ]);
  const [only] = createEndpoints();
  expect(store.targetOf(only!)?.id).toBe('call-1');
});

function createEndpoints() {
  const rollout = createRollout();
  for (const id of [1, 2]) {
    const exchange = {
      ...sampleExchange({ url: `https://api.partner.test/items/${id}`, response: cors }),
      id: `call-${id - 1}`,
    };
    rollout.set(exchange, judgeRoutes(exchange, pageFacts({ agent: null })));
  }
  return rollout.endpoints();
}
