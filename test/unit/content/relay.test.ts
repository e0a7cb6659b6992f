import { describe, expect, it } from 'vitest';
import { createRelay } from '../../../src/content/relay';
import type { HookOrder } from '../../../src/protocol/hook-line';
import type { RelayMessage } from '../../../src/protocol/relay';
import type { Trial } from '../../../src/protocol/trial';

const trial: Trial = {
  id: 'trial-0123456789abcdef',
  change: { route: 'cookies' },
  mode: 'strict',
  pattern: null,
  exclusions: null,
  endpoints: null,
  pageOrigin: 'https://app.shop.test',
  mended: [],
};
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function setUp(answer: unknown = { type: 'watch', trial: null }) {
  const sent: RelayMessage[] = [];
  const orders: HookOrder[] = [];
  const kept: (Trial | null)[] = [];
  const title: boolean[] = [];
  let tasks: (() => void)[] = [];
  const relay = createRelay({
    send: (message) => {
      sent.push(message);
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    isGone: () => answer instanceof Error,
    order: (order) => void orders.push(order),
    documentName: 'document-0123456789',
    later: (task) => void tasks.push(task),
    keepTrial: (each) => void kept.push(each),
    markTitle: (isAltered) => void title.push(isAltered),
  });
  const tick = async (): Promise<void> => {
    const due = tasks;
    tasks = [];
    for (const task of due) task();
    await settled();
  };
  return { relay, sent, orders, kept, title, tick };
}

const started = (trialFromStart: string | null = null): string =>
  JSON.stringify({ type: 'started', startedAt: 1, trialFromStart });

const calls = (count: number, dropped = 0): string =>
  JSON.stringify({ type: 'calls', calls: Array.from({ length: count }, (_, n) => ({ n })), dropped });

describe('the relay', () => {
  it('carries reports in batches, one message at a time', async () => {
    const { relay, sent, tick } = setUp();
    relay.hear(started());
    relay.hear(calls(250));
    expect(sent).toHaveLength(1);
    await settled();
    await tick();
    await tick();
    expect(sent.slice(1)).toMatchObject([{ calls: { length: 200 } }, { calls: { length: 50 }, dropped: 0 }]);
  });

  it('counts what a flooding page makes beyond what waits', async () => {
    const { relay, sent, tick } = setUp();
    for (let n = 0; n < 5; n++) relay.hear(calls(1_000));
    await settled();
    for (let n = 0; n < 6; n++) await tick();
    const told = sent.map((each) => (each.type === 'calls' ? [each.calls.length, each.dropped] : []));
    expect(told).toEqual([
      [200, 0],
      [200, 3_800],
      [200, 0],
      [200, 0],
      [200, 0],
      [200, 0],
    ]);
  });

  it('sends everything at once while its document goes, without waiting for answers', async () => {
    const { relay, sent, tick } = setUp();
    relay.hear(started());
    relay.hear(calls(250));
    relay.leave();
    relay.hear(calls(1));
    expect(sent.slice(1)).toMatchObject([
      { calls: { length: 200 } },
      { calls: { length: 50 } },
      { calls: { length: 1 } },
    ]);
    relay.comeBack(false);
    relay.hear(calls(2));
    expect(sent).toHaveLength(4);
    await settled();
    await tick();
    expect(sent.at(-1)).toMatchObject({ calls: { length: 2 } });
  });

  it('passes on how many the hook has dropped', async () => {
    const { relay, sent } = setUp();
    relay.hear(calls(1, 7));
    expect(sent).toMatchObject([{ calls: { length: 1 }, dropped: 7 }]);
  });

  it.each([
    null,
    7,
    '{',
    { type: 'calls', calls: [], dropped: 0 },
    ...[{ type: 'calls' }, { type: 'started', startedAt: 'now' }, { type: 'off' }].map((each) =>
      JSON.stringify(each),
    ),
  ])('hears nothing in %j', async (report) => {
    const { relay, sent, tick } = setUp();
    relay.hear(report);
    await tick();
    expect(sent).toEqual([]);
  });

  it('brings the trial into the hook, the storage and the title, and takes it away again', async () => {
    const { relay, orders, kept, title } = setUp({ type: 'watch', trial });
    relay.hear(started());
    await settled();
    expect(orders).toEqual([{ type: 'trial', trial }]);
    relay.obey({ type: 'watch', trial: null });
    expect(orders.at(-1)).toEqual({ type: 'trial', trial: null });
    expect([kept, title]).toEqual([
      [trial, null],
      [true, false],
    ]);
  });

  it('does not tell the hook what it has from the start', async () => {
    const { relay, orders } = setUp({ type: 'watch', trial });
    relay.hear(started(trial.id));
    await settled();
    expect(orders).toEqual([]);
  });

  it('asks anew when its document comes back as it was left, and alters nothing meanwhile', async () => {
    const { relay, orders, sent } = setUp({ type: 'watch', trial });
    relay.hear(started(trial.id));
    await settled();
    relay.leave();
    relay.comeBack(true);
    expect(orders).toEqual([{ type: 'trial', trial: null }]);
    expect(sent.at(-1)).toMatchObject({ type: 'started', startedAt: 1, trialFromStart: null });
    await settled();
    expect(orders.at(-1)).toEqual({ type: 'trial', trial });
  });

  it('asks nothing when its document is shown for the first time', async () => {
    const { relay, sent } = setUp({ type: 'watch', trial });
    relay.hear(started(trial.id));
    relay.comeBack(false);
    await settled();
    expect(sent).toHaveLength(1);
  });

  it('takes a trial out of the hook that the page has forged', async () => {
    const { relay, orders, kept } = setUp({ type: 'watch', trial: null });
    relay.hear(started('forged-by-the-page'));
    await settled();
    expect(orders).toEqual([{ type: 'trial', trial: null }]);
    expect(kept).toEqual([null]);
  });

  it.each([
    ['no panel watches the tab', { type: 'off' }],
    ['the extension is gone', new Error('Extension context invalidated.')],
  ])('steps back for good when %s', async (_, answer) => {
    const { relay, sent, orders, kept, title, tick } = setUp(answer);
    relay.hear(started());
    await settled();
    expect([orders, kept, title]).toEqual([[{ type: 'off' }], [null], [false]]);
    relay.hear(calls(1));
    relay.obey({ type: 'watch', trial });
    await tick();
    expect(sent).toHaveLength(1);
    expect(orders).toHaveLength(1);
  });

  it.each([undefined, 'watch', { type: 'watch', trial: { ...trial, pageOrigin: 'x' } }])(
    'obeys nothing but orders (%j)',
    (order) => {
      const { relay, orders } = setUp();
      relay.obey(order);
      expect(orders).toEqual([]);
    },
  );
});
