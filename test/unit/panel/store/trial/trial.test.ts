import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { createRollout, judgeRoutes, type Exchange, type PatternPurpose } from '../../../../../src/core';
import type { HookTrialEffect } from '../../../../../src/core/exchange/hook-call';
import type { Judged } from '../../../../../src/panel/store/judged/judged';
import type { JudgedChange } from '../../../../../src/panel/store/judged/judgements';
import { createTrialStore } from '../../../../../src/panel/store/trial/trial';
import { readStoredTrial } from '../../../../../src/protocol/trial-bootstrap';
import { pageFacts, sampleExchange, xDtc, type ExchangeSpec } from '../../../core/verdict/sample-exchange';
import { createFakeBackground } from '../fake-background';
import { createMemorySettings } from '../settings/memory-settings';

const settled = () => new Promise((resolve) => setImmediate(resolve));
const url = 'https://api.partner.test/prices';
const cors = { 'access-control-allow-origin': '*' };
const facts = pageFacts({ agent: null });

function judged(id: string, spec: ExchangeSpec, effect?: HookTrialEffect, trialId = 'trial-1'): Judged {
  const exchange: Exchange = {
    ...sampleExchange({ url, response: cors, ...spec }),
    id,
    ...(effect && { trial: { id: trialId, effect } }),
  };
  return {
    exchange,
    verdicts: judgeRoutes(exchange, facts),
    reach: { now: 'yes', deployed: 'no' },
  } as Judged;
}

async function setUp({ granted = true, confirmed = true, background = createFakeBackground() } = {}) {
  const all = new Map<string, Judged>();
  const rollout = createRollout();
  const listeners: ((change: JudgedChange, cleared: boolean) => void)[] = [];
  const revision = signal(0);
  const reloads: (string | undefined)[] = [];
  const asked: (readonly string[])[] = [];
  const purpose = signal<PatternPurpose>('x-dtc');
  const problems: string[] = [];
  let ids = 0;
  const clock = { now: 5000 };
  const store = createTrialStore({
    background: background.client,
    access: {
      ensure: (urls) => {
        asked.push(urls);
        return Promise.resolve(granted);
      },
    },
    exchanges: { all, rollout, revision, onChange: (listener) => void listeners.push(listener) },
    storage: createMemorySettings(),
    pattern: { textOf: () => 'partner', error: signal(null), purpose, findings: signal([]) },
    pageUrl: signal('https://app.shop.test/'),
    pageOrigin: signal('https://app.shop.test'),
    agent: signal(null),
    engine: 'chromium',
    hookReady: () => Promise.resolve(),
    reload: (script) => void reloads.push(script),
    newId: () => `trial-0123456789-${++ids}`,
    now: () => clock.now,
    onProblem: (problem) => void problems.push(problem),
  });
  await settled();
  const record = (...calls: Judged[]) => {
    for (const call of calls) {
      all.set(call.exchange.id, call);
      rollout.set(call.exchange, call.verdicts);
    }
    for (const listener of listeners) listener({ gone: [], fresh: calls }, false);
    revision.value += 1;
  };
  record(judged('before', {}));
  store.choices.value = { ...store.choices.value, mode: 'strict' };
  if (confirmed) store.confirm();
  const start = async () => {
    store.start();
    await settled();
  };
  return { store, purpose, background, reloads, asked, record, start, clock, problems };
}

/** What the injected script leaves for the page hook. */
function bootstrapped(script: string | undefined) {
  const scope: Record<string, unknown> = {};
  new Function('globalThis', script ?? '')(scope);
  return readStoredTrial(scope['__crosslinkTrial']);
}

describe('starting a trial', () => {
  it('alters nothing before the conditions were confirmed for the site', async () => {
    const { store, background, start } = await setUp({ confirmed: false });
    expect(store.confirmedAt.value).toBeNull();
    await start();
    expect([store.state.value.kind, background.callsOf('trial.start')]).toEqual(['none', []]);
    store.confirm();
    expect(store.confirmedAt.value).toBe(5000);
    await start();
    expect(store.state.value.kind).toBe('running');
  });

  it('asks for another confirmation for other headers', async () => {
    const { store, purpose } = await setUp();
    purpose.value = 'inclusions';
    expect(store.confirmedAt.value).toBeNull();
    store.confirm();
    expect(store.confirmedAt.value).toBe(5000);
  });

  it('asks for access, tells the background, then loads the page with the trial in it', async () => {
    const { store, background, reloads, asked, start } = await setUp();
    const { trial } = store.plan.value;
    await start();
    expect(asked).toEqual([['https://app.shop.test/']]);
    expect(background.callsOf('trial.start')).toEqual([{ trial }]);
    expect(bootstrapped(reloads[0])).toEqual(trial);
    expect(store.state.value).toEqual({ kind: 'running', trial });
  });

  it('says so where access is missing, and changes nothing', async () => {
    const { store, background, reloads, start } = await setUp({ granted: false });
    await start();
    expect(store.state.value.kind).toBe('failed');
    expect([background.callsOf('trial.start'), reloads]).toEqual([[], []]);
    store.dismiss();
    expect(store.state.value.kind).toBe('none');
  });

  it('says why the background could not', async () => {
    const { store, background, reloads, start } = await setUp();
    background.answers['trial.start'] = () => ({ kind: 'failed', why: 'too many rules' });
    await start();
    expect([store.state.value, reloads]).toEqual([{ kind: 'failed', why: 'too many rules' }, []]);
  });
});

describe('the end of a trial', () => {
  it('by the user: the background undoes it, and reloading leaves it out', async () => {
    const { store, background, reloads, start } = await setUp();
    await start();
    store.stop();
    expect(store.state.value.kind).toBe('stopping');
    await settled();
    expect(background.callsOf('trial.stop')).toHaveLength(1);
    expect(store.state.value).toMatchObject({ kind: 'over', why: 'stopped' });
    store.reload();
    expect(reloads.at(-1)).toBeUndefined();
  });

  it.each(['left-site', 'access-lost', 'stopped-by-icon'] as const)('by itself: %s', async (why) => {
    const { store, background, start } = await setUp();
    await start();
    background.emit({ type: 'trial-ended', id: 'another', why });
    expect(store.state.value.kind).toBe('running');
    background.emit({ type: 'trial-ended', id: store.plan.value.trial?.id ?? '', why });
    expect(store.state.value).toMatchObject({ kind: 'over', why });
  });

  it('that did not work is said', async () => {
    const { store, background, start } = await setUp();
    await start();
    background.answers['trial.stop'] = () => {
      throw new Error('no answer');
    };
    store.stop();
    await settled();
    expect(store.state.value).toEqual({ kind: 'failed', why: 'no answer' });
  });

  it('gives the next trial another name', async () => {
    const { store, start } = await setUp();
    const first = store.plan.value.trial?.id;
    await start();
    store.stop();
    await settled();
    expect(store.plan.value.trial?.id).not.toBe(first);
  });
});

describe('a panel that is rebuilt', () => {
  it('finds the trial that it had started, and can stop it', async () => {
    const first = await setUp();
    await first.start();
    const { store } = await setUp({ background: first.background });
    expect(store.state.value).toEqual(first.store.state.value);
    store.stop();
    await settled();
    expect(store.state.value.kind).toBe('over');
  });

  it('says so where the background does not tell', async () => {
    const background = createFakeBackground();
    background.answers['trial.read'] = () => {
      throw new Error('gone');
    };
    const { problems } = await setUp({ background });
    expect(problems).toEqual(['Whether a trial is running could not be read: gone']);
  });
});

describe('what was tried', () => {
  const accepted = (id: string, at: number, trialId?: string) =>
    judged(
      id,
      {
        startedAt: at,
        request: [xDtc],
        preflight: { asked: 'x-dtc', headers: { ...cors, 'access-control-allow-headers': 'x-dtc' } },
      },
      { kind: 'header-added', headers: ['x-dtc'] },
      trialId,
    );

  it('is compared with the calls from before', async () => {
    const { store, start, record } = await setUp();
    expect(store.comparison.value).toBeNull();
    await start();
    record(accepted('after', 6000));
    expect(store.comparison.value).toMatchObject({
      tried: 1,
      endpoints: [{ predicted: { outcome: 'unknown' }, tried: { outcome: 'links' }, difference: 'answered' }],
    });
    expect(store.triedCall('after')).toMatchObject({ outcome: 'links', predicted: { outcome: 'unknown' } });
    expect(store.triedCall('before')).toBeNull();
    expect(store.triedEndpoint(`GET ${url}`)?.outcome).toBe('links');
  });

  it('stays to be read when the trial is over, and calls from after it do not count', async () => {
    const { store, start, record, clock } = await setUp();
    await start();
    record(accepted('after', 6000));
    clock.now = 7000;
    store.stop();
    await settled();
    record(judged('later', { startedAt: 8000 }));
    expect(store.comparison.value?.endpoints[0]?.after.calls).toBe(1);
  });

  it('is not what ran before the trial and is judged anew in it', async () => {
    const { store, start, record } = await setUp();
    await start();
    record(judged('before', {}));
    expect(store.comparison.value?.endpoints[0]?.after.calls).toBe(0);
  });
});
