import { batch, computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import { parseUrl } from '../../../core';
import { accessPatterns, patternLabel } from '../../../protocol/access-pattern';
import type { AccessReading, BackgroundClient } from '../../../protocol/background-rpc';
import { failureText } from '../failure-text';
import type { AccessExtent, AccessQuestionState, AccessStore, HostAccess } from './types';

/** Asks the browser, inside the user's click; `null`: this panel cannot (Firefox), a page in a tab does. */
export type RequestAccess = ((patterns: readonly string[]) => Promise<boolean>) | null;

export interface AccessOptions {
  readonly background: BackgroundClient;
  readonly request: RequestAccess;
  readonly pageUrl: ReadonlySignal<string | null>;
  /** One URL of each origin that the page calls. */
  readonly calledUrls: ReadonlySignal<readonly string[]>;
  /** What could not be asked of the background. */
  readonly onProblem: (problem: string) => void;
}

/** Most patterns of one question; the background takes no more. */
const mostPatterns = 200;

const nothingRead: AccessReading = { granted: [], missing: [], all: [] };

export interface ReadableAccessStore extends AccessStore {
  /** Patterns that the page's site and its calls need. */
  readonly needed: ReadonlySignal<readonly string[]>;
  /** Granted ones of those. The same array while nothing changed. */
  readonly granted: ReadonlySignal<readonly string[]>;
}

/** Access as the browser knows it: read again whenever hosts or grants change, never assumed. */
export function createAccessStore(options: AccessOptions): ReadableAccessStore {
  const { background, request, pageUrl, calledUrls, onProblem } = options;
  const reading = signal<AccessReading | null>(null);
  const question = signal<AccessQuestionState>({ kind: 'none' });
  const granted = signal<readonly string[]>([]);
  let isAsking = false;
  let latestRead = 0;

  const neededText = computed(() => {
    const url = pageUrl.value;
    return url === null ? '' : accessPatterns(url, calledUrls.value).slice(0, mostPatterns).join(' ');
  });
  const needed = computed(() => (neededText.value === '' ? [] : neededText.value.split(' ')));

  const read = async (): Promise<void> => {
    const mine = ++latestRead;
    try {
      const next = await background.call('access.read', { patterns: needed.peek() });
      if (mine === latestRead) accept(next);
    } catch (error) {
      onProblem(`Site access could not be read: ${failureText(error)}`);
    }
  };

  const accept = (next: AccessReading): void => {
    const before = new Set(granted.peek());
    const withdrawn = next.missing.filter((pattern) => before.has(pattern));
    batch(() => {
      reading.value = next;
      if (next.granted.join(' ') !== granted.peek().join(' ')) granted.value = next.granted;
      if (withdrawn.length > 0) question.value = { kind: 'withdrawn', labels: withdrawn.map(patternLabel) };
      else if (next.missing.length === 0) question.value = { kind: 'none' };
    });
  };

  effect(() => {
    void neededText.value;
    void read();
  });
  background.onEvent((event) => {
    if (event.type === 'access-changed') void read();
  });

  const hosts = computed((): readonly HostAccess[] => {
    if (reading.value === null) return [];
    const own = new Set(granted.value);
    return needed.value.map((pattern, index) => ({
      pattern,
      label: patternLabel(pattern),
      role: index === 0 ? 'page' : 'called',
      granted: own.has(pattern),
    }));
  });

  const missingOf = (patterns: readonly string[]): readonly string[] => {
    const own = new Set(granted.peek());
    return patterns.filter((pattern) => !own.has(pattern));
  };

  const askFor = async (patterns: readonly string[]): Promise<boolean> => {
    if (patterns.length === 0) return true;
    if (isAsking) return false;
    isAsking = true;
    try {
      return await answerTo(patterns);
    } catch (error) {
      question.value = { kind: 'failed', why: failureText(error) };
      return false;
    } finally {
      isAsking = false;
    }
  };

  /** The first thing done is to ask: after anything awaited the browser no longer sees the user's click. */
  const answerTo = async (patterns: readonly string[]): Promise<boolean> => {
    if (request === null) {
      await background.call('access.ask', { patterns, page: hostOf(pageUrl.peek()) });
      question.value = { kind: 'in-tab' };
      return false;
    }
    const answer = request(patterns);
    question.value = { kind: 'prompt' };
    const isGranted = await answer;
    question.value = { kind: isGranted ? 'none' : 'refused' };
    if (isGranted) await read();
    return isGranted;
  };

  const revoke = async (patterns: readonly string[]): Promise<void> => {
    try {
      const result = await background.call('access.revoke', { patterns });
      if (result.kind === 'failed') question.value = result;
    } catch (error) {
      question.value = { kind: 'failed', why: failureText(error) };
    }
    await read();
  };

  return {
    needed,
    granted,
    hosts,
    extent: computed(() => extentOf(reading.value, needed.value.length)),
    others: computed(() => {
      const known = new Set(needed.value);
      return (reading.value ?? nothingRead).all.filter((pattern) => !known.has(pattern));
    }),
    question,
    pageGranted: computed(() => hosts.value[0]?.granted ?? false),
    ask: () => void askFor(missingOf(needed.peek())),
    ensure: (urls) => {
      const url = pageUrl.peek();
      if (url === null) return Promise.resolve(false);
      return askFor(missingOf(accessPatterns(url, urls).slice(0, mostPatterns)));
    },
    revoke: (patterns) => void revoke(patterns),
    dismiss: () => {
      question.value = { kind: 'none' };
    },
  };
}

function extentOf(reading: AccessReading | null, needed: number): AccessExtent {
  if (needed === 0) return reading === null ? 'reading' : 'impossible';
  if (reading === null) return 'reading';
  if (reading.granted.length === 0) return 'none';
  return reading.missing.length === 0 ? 'all' : 'partial';
}

function hostOf(url: string | null): string {
  return url === null ? '' : (parseUrl(url)?.hostname ?? '');
}
