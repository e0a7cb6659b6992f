import { describe, expect, it, vi } from 'vitest';
import {
  awaitPanelPorts,
  openPanelPorts,
  type DepartureOptions,
} from '../../../src/background/panel-departure';

type Listener<Args extends unknown[]> = (...args: Args) => void;

function event<Args extends unknown[]>() {
  const listeners = new Set<Listener<Args>>();
  return {
    addListener: (listener: Listener<Args>) => void listeners.add(listener),
    fire: (...args: Args) => listeners.forEach((listener) => listener(...args)),
  };
}

function fakePort(name: string, sender: string | null = 'crosslink') {
  return { name, sender: sender === null ? undefined : { id: sender }, onDisconnect: event<[]>() };
}

function setUp() {
  const opened: ReturnType<typeof fakePort>[] = [];
  const onConnect = event<[ReturnType<typeof fakePort>]>();
  const there = new Set<number>();
  const onGone = vi.fn(() => Promise.resolve());
  const runtime = {
    id: 'crosslink',
    onConnect,
    connect: ({ name }: { name: string }) => {
      const port = fakePort(name, null);
      opened.push(port);
      return port;
    },
  };
  const options = { runtime, isThere: (tabId: number) => Promise.resolve(there.has(tabId)), onGone };
  return { opened, onConnect, there, onGone, options: options as unknown as DepartureOptions };
}

describe('ports that panels open', () => {
  it('tell of a panel that goes, not of one that another has replaced', async () => {
    const { onConnect, there, onGone, options } = setUp();
    awaitPanelPorts(options);
    const [gone, replaced] = [fakePort('crosslink-panel-7'), fakePort('crosslink-panel-8')];
    onConnect.fire(gone);
    onConnect.fire(replaced);
    there.add(8);
    gone.onDisconnect.fire();
    replaced.onDisconnect.fire();
    await vi.waitFor(() => expect(onGone.mock.calls).toEqual([[7]]));
  });

  it.each([fakePort('crosslink-recorder-7'), fakePort('crosslink-panel-7', 'other')])(
    'are no others: $name of $sender.id',
    async (port) => {
      const { onConnect, onGone, options } = setUp();
      awaitPanelPorts(options);
      onConnect.fire(port);
      port.onDisconnect.fire();
      await Promise.resolve();
      expect(onGone).not.toHaveBeenCalled();
    },
  );
});

describe('ports that the background opens', () => {
  it('are one for each panel, and tell when it goes', async () => {
    const { opened, onGone, options } = setUp();
    const { follow } = openPanelPorts(options);
    for (const tabId of [7, 7, 8]) follow(tabId);
    expect(opened.map(({ name }) => name)).toEqual(['crosslink-panel-7', 'crosslink-panel-8']);
    opened[0]?.onDisconnect.fire();
    await vi.waitFor(() => expect(onGone.mock.calls).toEqual([[7]]));
  });

  it('are opened again when they go with another of their ends', async () => {
    const { opened, there, onGone, options } = setUp();
    there.add(7);
    openPanelPorts(options).follow(7);
    opened[0]?.onDisconnect.fire();
    await vi.waitFor(() => expect(opened).toHaveLength(2));
    expect(onGone).not.toHaveBeenCalled();
  });
});
