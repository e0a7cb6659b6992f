import type { Runtime } from 'webextension-polyfill';
import { describe, expect, it } from 'vitest';
import { hearRelay } from '../../../src/background/hear-relay';
import type { InspectedTabs } from '../../../src/background/inspected-tabs';
import type { Panels } from '../../../src/background/panels';
import type { RelayMessage, RelayOrder } from '../../../src/protocol/relay';
import type { Trial } from '../../../src/protocol/trial';

const sender = { tab: { id: 7 }, frameId: 0, url: 'https://app.shop.test/' } as Runtime.MessageSender;
const calls: RelayMessage = {
  crosslink: 'relay',
  type: 'calls',
  document: 'd'.repeat(16),
  calls: [],
  dropped: 0,
};
const running: RelayOrder = { type: 'watch', trial: { id: 'trial-0123456789abcdef' } as Trial };
const stopped: RelayOrder = { type: 'watch', trial: null };

/** `whileTold` happens while the panel is told; `null`: there is none. */
function background(first: RelayOrder, whileTold: (() => RelayOrder) | null) {
  let order = first;
  const released: number[] = [];
  const inspected = {
    orderFor: () => Promise.resolve(order),
    documentStarted: () => Promise.resolve(),
    release: (tabId: number) => Promise.resolve(void released.push(tabId)),
  } as unknown as InspectedTabs;
  const panels = {
    tell: () => {
      if (whileTold !== null) order = whileTold();
      return Promise.resolve(whileTold !== null);
    },
    isThere: () => Promise.resolve(false),
  } as unknown as Panels;
  return { released, hear: () => hearRelay(calls, sender, inspected, panels) };
}

describe('what a relay is told in answer', () => {
  it('is what holds', async () => {
    expect(await background(running, () => running).hear()).toEqual(running);
  });

  it('is what holds by then, when a trial is stopped while the panel is told', async () => {
    expect(await background(running, () => stopped).hear()).toEqual(stopped);
  });

  it('is to step back where nobody watches', async () => {
    expect(await background({ type: 'off' }, () => running).hear()).toEqual({ type: 'off' });
  });

  it('is to step back when the panel is gone, and the tab is released', async () => {
    const { hear, released } = background(running, null);
    expect(await hear()).toEqual({ type: 'off' });
    expect(released).toEqual([7]);
  });
});
