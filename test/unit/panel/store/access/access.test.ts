import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import { createAccessStore, type RequestAccess } from '../../../../../src/panel/store/access/access';
import { BackgroundError } from '../../../../../src/protocol/background-client';
import { createFakeBackground } from '../fake-background';

const settled = () => new Promise((resolve) => setImmediate(resolve));
const site = '*://*.shop.test/*';
const partner = '*://api.partner.test/*';

async function setUp({
  granted = [] as readonly string[],
  request = null as RequestAccess,
  page = 'https://app.shop.test/' as string | null,
} = {}) {
  const background = createFakeBackground(granted);
  const pageUrl = signal(page);
  const calledUrls = signal<readonly string[]>(['https://api.shop.test/', 'https://api.partner.test/']);
  const problems: string[] = [];
  const access = createAccessStore({
    background: background.client,
    request,
    pageUrl,
    calledUrls,
    onProblem: (problem) => void problems.push(problem),
  });
  await settled();
  return { access, background, pageUrl, calledUrls, problems };
}

describe('what is granted', () => {
  it.each([
    [[], 'none', [false, false]],
    [[site], 'partial', [true, false]],
    [[site, partner], 'all', [true, true]],
  ] as const)('%j: %s', async (granted, extent, states) => {
    const { access } = await setUp({ granted });
    expect(access.extent.value).toBe(extent);
    expect(access.hosts.value.map(({ label, role }) => [label, role])).toEqual([
      ['*.shop.test', 'page'],
      ['api.partner.test', 'called'],
    ]);
    expect(access.hosts.value.map((host) => host.granted)).toEqual(states);
  });

  it('is impossible on pages that are none of the web’s', async () => {
    const { access } = await setUp({ page: 'chrome://settings/' });
    const withCalls = access.hosts.value.filter(({ role }) => role === 'page');
    expect(withCalls.map(({ label }) => label)).not.toContain('settings');
    const { access: empty, calledUrls } = await setUp({ page: 'about:blank' });
    calledUrls.value = [];
    await settled();
    expect(empty.extent.value).toBe('impossible');
  });

  it('names what is granted but not needed here', async () => {
    const { access } = await setUp({ granted: [site, '*://*.elsewhere.test/*'] });
    expect(access.others.value).toEqual(['*://*.elsewhere.test/*']);
  });

  it('follows the page and the hosts that it calls', async () => {
    const { access, pageUrl, calledUrls } = await setUp({ granted: [site] });
    calledUrls.value = ['https://api.shop.test/'];
    await settled();
    expect(access.extent.value).toBe('all');
    pageUrl.value = 'https://other.test/';
    await settled();
    expect([access.extent.value, access.pageGranted.value]).toEqual(['none', false]);
  });

  it('is a problem, and nothing is assumed, where the background cannot be asked', async () => {
    const { access, background, pageUrl, problems } = await setUp();
    background.answers['access.read'] = () => {
      throw new BackgroundError('gone');
    };
    pageUrl.value = 'https://other.test/';
    await settled();
    expect(problems).toEqual(['Site access could not be read: gone']);
    expect(access.pageGranted.value).toBe(false);
  });
});

describe('asking, in Chromium', () => {
  it('asks for what is missing before anything is awaited, and reads again', async () => {
    const answer = vi.fn<NonNullable<RequestAccess>>();
    const { access, background } = await setUp({ granted: [site], request: answer });
    answer.mockImplementation((patterns) => {
      background.granted = [site, ...patterns];
      return Promise.resolve(true);
    });
    access.ask();
    expect(answer).toHaveBeenCalledExactlyOnceWith([partner]);
    expect(access.question.value).toEqual({ kind: 'prompt' });
    await settled();
    expect([access.extent.value, access.question.value.kind]).toEqual(['all', 'none']);
  });

  it('says that it was refused, until that is dismissed', async () => {
    const { access } = await setUp({ request: () => Promise.resolve(false) });
    access.ask();
    await settled();
    expect([access.question.value.kind, access.extent.value]).toEqual(['refused', 'none']);
    access.dismiss();
    expect(access.question.value.kind).toBe('none');
  });

  it('says why it could not ask', async () => {
    const { access } = await setUp({ request: () => Promise.reject(new Error('no user gesture')) });
    expect(await access.ensure(['https://api.partner.test/'])).toBe(false);
    expect(access.question.value).toEqual({ kind: 'failed', why: 'no user gesture' });
  });

  it('asks one question at a time', async () => {
    const answer = vi.fn(() => new Promise<boolean>(() => {}));
    const { access } = await setUp({ request: answer });
    access.ask();
    expect(await access.ensure(['https://api.partner.test/'])).toBe(false);
    expect(answer).toHaveBeenCalledOnce();
  });

  it('asks nothing where all is granted', async () => {
    const answer = vi.fn(() => Promise.resolve(false));
    const { access } = await setUp({ granted: [site, partner], request: answer });
    expect(await access.ensure(['https://api.partner.test/x', 'https://www.shop.test/'])).toBe(true);
    expect(answer).not.toHaveBeenCalled();
  });
});

describe('asking, in Firefox', () => {
  it('opens the page that asks, and goes on when the access has changed', async () => {
    const { access, background } = await setUp();
    access.ask();
    await settled();
    expect(background.callsOf('access.ask')).toEqual([{ patterns: [site, partner], page: 'app.shop.test' }]);
    expect(access.question.value.kind).toBe('in-tab');
    background.setGranted([site, partner]);
    await settled();
    expect([access.question.value.kind, access.extent.value]).toEqual(['none', 'all']);
  });
});

describe('taking back', () => {
  it('here: revokes and says what has stopped', async () => {
    const { access } = await setUp({ granted: [site, partner] });
    access.revoke([partner]);
    await settled();
    expect(access.extent.value).toBe('partial');
    expect(access.question.value).toEqual({ kind: 'withdrawn', labels: ['api.partner.test'] });
  });

  it('in the browser’s settings: the same', async () => {
    const { access, background } = await setUp({ granted: [site, partner] });
    background.setGranted([]);
    await settled();
    expect(access.extent.value).toBe('none');
    expect(access.question.value).toEqual({
      kind: 'withdrawn',
      labels: ['*.shop.test', 'api.partner.test'],
    });
  });

  it('that the browser refuses is said', async () => {
    const { access, background } = await setUp({ granted: [site] });
    background.answers['access.revoke'] = () => ({ kind: 'failed', why: 'required permission' });
    access.revoke([site]);
    await settled();
    expect(access.question.value).toEqual({ kind: 'failed', why: 'required permission' });
    expect(access.pageGranted.value).toBe(true);
  });
});
