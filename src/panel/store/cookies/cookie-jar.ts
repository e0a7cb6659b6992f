import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { Cookie } from '../../../core';
import type { BackgroundClient } from '../../../protocol/background-rpc';
import { failureText } from '../failure-text';
import type { CookieJarState, CookieJarStore } from './types';

/** The background takes no more URLs. */
const mostTargets = 500;

export interface CookieJarOptions {
  readonly background: BackgroundClient;
  readonly pageUrl: ReadonlySignal<string | null>;
  /** One URL of each origin that the page calls. */
  readonly calledUrls: ReadonlySignal<readonly string[]>;
  /** The page's site is granted. */
  readonly pageGranted: ReadonlySignal<boolean>;
  /** Changes whenever the page was loaded again. */
  readonly loadStartedAt: ReadonlySignal<number | null>;
}

export interface ReadableCookieJarStore extends CookieJarStore {
  /** For the judge; `null`: not known. The same array while nothing changed. */
  readonly cookies: ReadonlySignal<readonly Cookie[] | null>;
}

/** Reads the jar when access, page or hosts change, and when asked to. */
export function createCookieJarStore(options: CookieJarOptions): ReadableCookieJarStore {
  const { background, pageUrl, calledUrls, pageGranted, loadStartedAt } = options;
  const jar = signal<CookieJarState>({ kind: 'no-access' });
  let latest = 0;

  const read = async (url: string, targets: readonly string[]): Promise<void> => {
    const mine = ++latest;
    if (jar.peek().kind !== 'read') jar.value = { kind: 'reading' };
    let next: CookieJarState;
    try {
      next = { kind: 'read', ...(await background.call('cookies.read', { pageUrl: url, targets })) };
    } catch (error) {
      next = { kind: 'failed', why: failureText(error) };
    }
    // what was asked later knows better
    if (mine === latest && JSON.stringify(next) !== JSON.stringify(jar.peek())) jar.value = next;
  };

  const refresh = (): void => {
    const url = pageUrl.peek();
    if (!pageGranted.peek() || url === null) {
      latest += 1;
      jar.value = { kind: 'no-access' };
      return;
    }
    void read(withoutFragment(url), calledUrls.peek().slice(0, mostTargets));
  };

  effect(() => {
    void pageUrl.value;
    void calledUrls.value;
    void pageGranted.value;
    void loadStartedAt.value;
    refresh();
  });

  return {
    jar,
    refresh,
    cookies: computed(() => (jar.value.kind === 'read' ? jar.value.cookies : null)),
  };
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '');
}
