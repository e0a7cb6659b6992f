import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { createCookieJarStore } from '../../../../../src/panel/store/cookies/cookie-jar';
import { cookie } from '../../../core/site/cookies';
import { createFakeBackground } from '../fake-background';

const settled = () => new Promise((resolve) => setImmediate(resolve));

async function setUp(isGranted: boolean) {
  const background = createFakeBackground();
  const pageGranted = signal(isGranted);
  const calledUrls = signal<readonly string[]>(['https://api.shop.test/']);
  const loadStartedAt = signal<number | null>(1);
  background.answers['cookies.read'] = () => ({ cookies: [cookie()], missing: [] });
  const store = createCookieJarStore({
    background: background.client,
    pageUrl: signal('https://app.shop.test/cart#top'),
    calledUrls,
    pageGranted,
    loadStartedAt,
  });
  await settled();
  return { store, background, pageGranted, calledUrls, loadStartedAt };
}

describe('the cookie jar', () => {
  it('is not read without access, and the judge knows nothing of it', async () => {
    const { store, background } = await setUp(false);
    expect([store.jar.value, store.cookies.value]).toEqual([{ kind: 'no-access' }, null]);
    expect(background.callsOf('cookies.read')).toEqual([]);
  });

  it('is read for the page and what it calls', async () => {
    const { store, background } = await setUp(true);
    expect(background.callsOf('cookies.read')).toEqual([
      { pageUrl: 'https://app.shop.test/cart', targets: ['https://api.shop.test/'] },
    ]);
    expect(store.cookies.value).toEqual([cookie()]);
  });

  it('is read again after each load, and verdicts stay where nothing changed', async () => {
    const { store, background, loadStartedAt } = await setUp(true);
    const before = store.cookies.value;
    loadStartedAt.value = 2;
    await settled();
    expect(background.callsOf('cookies.read')).toHaveLength(2);
    expect(store.cookies.value).toBe(before);
  });

  it('takes the answer to the last question only', async () => {
    const { store, background, calledUrls } = await setUp(true);
    const answers: ((name: string) => void)[] = [];
    background.answers['cookies.read'] = () =>
      new Promise((resolve) => {
        answers.push((name) => resolve({ cookies: [cookie({ name })], missing: [] }));
      });
    calledUrls.value = ['https://a.test/'];
    calledUrls.value = ['https://b.test/'];
    answers[1]?.('second');
    answers[0]?.('first');
    await settled();
    expect(store.cookies.value?.map(({ name }) => name)).toEqual(['second']);
  });

  it('is forgotten with the access', async () => {
    const { store, pageGranted } = await setUp(true);
    pageGranted.value = false;
    expect([store.jar.value.kind, store.cookies.value]).toEqual(['no-access', null]);
  });

  it('that cannot be read says why', async () => {
    const { store, background } = await setUp(true);
    background.answers['cookies.read'] = () => {
      throw new Error('jar locked');
    };
    store.refresh();
    await settled();
    expect([store.jar.value, store.cookies.value]).toEqual([{ kind: 'failed', why: 'jar locked' }, null]);
  });
});
