import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { HookCall } from '../../../../../src/core/exchange/hook-call';
import { createHookStore } from '../../../../../src/panel/store/hook/hook';
import type { HookDocument } from '../../../../../src/protocol/background-rpc';
import { createFakeBackground } from '../fake-background';

const settled = () => new Promise((resolve) => setImmediate(resolve));
const site = '*://*.shop.test/*';

async function setUp(granted: readonly string[]) {
  const background = createFakeBackground(granted);
  const grants = signal(granted);
  const loadStartedAt = signal<number | null>(1000);
  const seen: string[] = [];
  const problems: string[] = [];
  const hook = createHookStore({
    background: background.client,
    needed: signal([site]),
    granted: grants,
    loadStartedAt,
    onCalls: (document, calls) => void seen.push(`${document}: ${calls.map(({ url }) => url).join()}`),
    onProblem: (problem) => void problems.push(problem),
  });
  await settled();
  const started = (more: Partial<HookDocument> = {}) =>
    background.emit({
      type: 'hook-started',
      document: {
        document: 'top',
        frameId: 0,
        url: 'https://app.shop.test/',
        startedAt: 1005,
        trialFromStart: null,
        ...more,
      },
    });
  return { hook, background, grants, loadStartedAt, seen, problems, started };
}

describe('the page hook', () => {
  it('is not registered without access', async () => {
    const { hook, background } = await setUp([]);
    expect([hook.state.value, background.callsOf('hook.watch')]).toEqual(['no-access', []]);
  });

  it('comes with the next load of the page', async () => {
    const { hook, background, started } = await setUp([site]);
    expect(background.callsOf('hook.watch')).toEqual([{ patterns: [site] }]);
    expect(hook.state.value).toBe('reload');
    started();
    expect([hook.state.value, hook.documents.value]).toEqual(['observing', 1]);
    started({ document: 'frame', frameId: 7, startedAt: 1200 });
    expect(hook.documents.value).toBe(2);
  });

  it('is not in a page that was loaded after it, until it says so', async () => {
    const { hook, loadStartedAt, started } = await setUp([site]);
    started();
    loadStartedAt.value = 9000;
    expect(hook.state.value).toBe('reload');
    started({ document: 'next', startedAt: 9003 });
    expect([hook.state.value, hook.documents.value]).toEqual(['observing', 1]);
  });

  it('hears no report twice', async () => {
    const { background, seen, started } = await setUp([site]);
    started();
    const tell = (document: string, ...numbers: readonly number[]): void => {
      const calls = numbers.map((n) => ({ n, url: `/${n}` }) as HookCall);
      background.emit({ type: 'hook-calls', document, frameId: 0, calls, dropped: 0 });
    };
    tell('top', 0, 1);
    tell('top', 0, 1);
    tell('top', 1, 2);
    tell('frame', 0);
    expect(seen).toEqual(['top: /0,/1', 'top: /2', 'frame: /0']);
  });

  it('is met by its calls where the panel was built after the document had started', async () => {
    const { hook, background } = await setUp([site]);
    const call = { n: 0, url: '/a', documentUrl: 'https://app.shop.test/', at: 1200 } as HookCall;
    const calls = { type: 'hook-calls', document: 'top', frameId: 0, dropped: 0 } as const;
    background.emit({ ...calls, calls: [] });
    expect(hook.state.value).toBe('reload');
    background.emit({ ...calls, calls: [call] });
    background.emit({ ...calls, calls: [{ ...call, n: 1 }] });
    expect([hook.state.value, hook.documents.value]).toEqual(['observing', 1]);
  });

  it('is gone with the access', async () => {
    const { hook, grants, started } = await setUp([site]);
    started();
    grants.value = [];
    expect(hook.state.value).toBe('no-access');
  });

  it('hands calls on, and counts those that it could not report', async () => {
    const { hook, background, seen, started } = await setUp([site]);
    started();
    const call = { n: 0, url: '/a' } as HookCall;
    background.emit({ type: 'hook-calls', document: 'top', frameId: 0, calls: [call], dropped: 3 });
    expect([seen, hook.dropped.value]).toEqual([['top: /a'], 3]);
    started({ document: 'next' });
    expect(hook.dropped.value).toBe(0);
  });

  it('says so where it cannot be registered', async () => {
    const { hook, background, grants, problems } = await setUp([site]);
    background.answers['hook.watch'] = () => {
      throw new Error('scripting is off');
    };
    grants.value = [site, '*://api.partner.test/*'];
    await hook.ready();
    expect([problems, hook.state.value]).toEqual([
      ['The page hook could not be registered: scripting is off'],
      'no-access',
    ]);
  });
});
