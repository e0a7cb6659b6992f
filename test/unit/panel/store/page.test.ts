import { describe, expect, it } from 'vitest';
import { createPageStore } from '../../../../src/panel/store/page';
import { createFakePage, reading } from './fake-page';
import { createManualScheduler } from './manual-scheduler';

const settled = () => new Promise((resolve) => setImmediate(resolve));

async function setUp(first = reading('api')) {
  const time = createManualScheduler();
  const page = createFakePage(first);
  const store = createPageStore(page, time.scheduler, 'chromium');
  const before = store.agentState.value;
  await settled();
  const advance = async (ms: number) => {
    time.advance(ms);
    await settled();
  };
  return { page, store, before, advance, time };
}

describe('the inspected page', () => {
  it('is read at once', async () => {
    const { store, before } = await setUp();
    expect(before).toBe('reading');
    expect(store.agentState.value).toBe('found');
    expect(store.agent.value?.correlation?.pattern).toBe('api');
    expect(store.url.value).toBe('https://app.shop.test/');
    expect(store.rumCookies.value).toEqual(['dtCookie']);
    expect(store.knowledge.value).toMatchObject({
      agentReadyAt: 600,
      loadStartedAt: 500,
      pageOrigin: 'https://app.shop.test',
    });
  });

  it('without an agent', async () => {
    const { store } = await setUp(reading(null));
    expect(store.agentState.value).toBe('none');
    expect(store.agent.value).toBeNull();
    expect(store.knowledge.value).toMatchObject({ agent: null, agentReadyAt: null });
  });

  it('that cannot be asked for longer: the error is told, and nothing is taken for known', async () => {
    const { page, store, advance } = await setUp();
    page.answer = { ok: false, error: 'Cannot access a chrome:// URL' };
    store.refreshAgent();
    await settled();
    expect(store.agentState.value).toBe('found');
    for (const pause of [50, 100, 200, 400, 800]) await advance(pause);
    expect(store.agentState.value).toBe('unreadable');
    expect(store.agentError.value).toBe('Cannot access a chrome:// URL');
    expect(store.agent.value).toBeNull();
    page.answer = { ok: true, reading: reading('api') };
    store.refreshAgent();
    await settled();
    expect(store.agentState.value).toBe('found');
    expect(store.agentError.value).toBeNull();
  });

  it('is left alone without traffic', async () => {
    const { page, advance } = await setUp();
    await advance(600_000);
    expect(page.questions).toBe(1);
  });

  it('is read again until the document has loaded', async () => {
    const { page, advance } = await setUp(reading('api', { complete: false }));
    await advance(500);
    await advance(500);
    expect(page.questions).toBe(3);
    page.answer = { ok: true, reading: reading('api') };
    await advance(500);
    await advance(60_000);
    expect(page.questions).toBe(4);
  });

  it('is read after traffic, ever more rarely while the answer stays the same', async () => {
    const { page, store, advance } = await setUp();
    const waits: number[] = [];
    for (let reads = 0; reads < 7; reads++) {
      const before = page.questions;
      let waited = 0;
      while (page.questions === before) {
        store.noteTraffic();
        await advance(500);
        waited += 500;
      }
      waits.push(waited);
    }
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });

  it('keeps what it knows as it is while the answer stays the same', async () => {
    const { store } = await setUp();
    const before = store.knowledge.value;
    store.refreshAgent();
    await settled();
    expect(store.knowledge.value).toBe(before);
  });

  it.each([
    ['a new address', 'https://app.shop.test/next', 500],
    ['a reload', 'https://app.shop.test/', 9000],
  ])('is read again at %s, once', async (_, url, loadStartedAt) => {
    const { page, store } = await setUp();
    page.answer = { ok: true, reading: reading('other', { url, loadStartedAt }) };
    store.noteNavigation(url, loadStartedAt);
    store.noteNavigation(url, loadStartedAt);
    await settled();
    store.noteNavigation(url, loadStartedAt);
    await settled();
    expect(page.questions).toBe(2);
    expect(store.agent.value?.correlation?.pattern).toBe('other');
  });

  it('is asked again where a new document cannot answer yet', async () => {
    const { page, store, advance } = await setUp();
    page.answer = { ok: false, error: 'no execution context' };
    store.noteNavigation('https://app.shop.test/', 9000);
    await settled();
    page.answer = { ok: true, reading: reading('other', { loadStartedAt: 9000 }) };
    await advance(50);
    expect(store.agentState.value).toBe('found');
    expect(store.agent.value?.correlation?.pattern).toBe('other');
  });

  it('takes the answer to the latest question only', async () => {
    const { page, store } = await setUp();
    let late: () => void = () => {};
    const old = new Promise<void>((resolve) => (late = resolve));
    const answers = [
      old.then(() => ({ ok: true, reading: reading('old') })),
      Promise.resolve({ ok: true, reading: reading('new') }),
    ];
    page.read = () => answers.shift() as ReturnType<typeof page.read>;
    store.refreshAgent();
    store.refreshAgent();
    await settled();
    late();
    await settled();
    expect(store.agent.value?.correlation?.pattern).toBe('new');
  });
});
