import { batch, computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { HookCall } from '../../../core/exchange/hook-call';
import type {
  BackgroundClient,
  BackgroundEvent,
  HookDocument,
  HookRegistration,
} from '../../../protocol/background-rpc';
import { failureText } from '../failure-text';
import type { HookState, HookStore } from './types';

export interface HookOptions {
  readonly background: BackgroundClient;
  /** Patterns that the page and its calls need; the background registers those that are granted. */
  readonly needed: ReadonlySignal<readonly string[]>;
  readonly granted: ReadonlySignal<readonly string[]>;
  /** When the load of the page began, ms since the epoch. */
  readonly loadStartedAt: ReadonlySignal<number | null>;
  /** Calls of one document, in their order. */
  readonly onCalls: (document: string, calls: readonly HookCall[]) => void;
  readonly onProblem: (problem: string) => void;
}

type HookCallsEvent = Extract<BackgroundEvent, { type: 'hook-calls' }>;

/** ms; the hook's clock and the page's time origin are read at different moments. */
const clockTolerance = 50;

export interface ReadyHookStore extends HookStore {
  /** Resolves when the registration that is under way has come to an end. */
  ready(): Promise<void>;
}

/** Keeps the page hook registered where access is granted, and tells whether it is in the page that is shown. */
export function createHookStore(options: HookOptions): ReadyHookStore {
  const { background, needed, granted, loadStartedAt, onCalls, onProblem } = options;
  const watching = signal(false);
  const documents = signal<readonly HookDocument[]>([]);
  const dropped = signal(0);
  /** Number of the last call of each document. */
  const latest = new Map<string, number>();
  let registering = Promise.resolve();

  const register = async (patterns: readonly string[]): Promise<void> => {
    try {
      const registration: HookRegistration = await background.call('hook.watch', { patterns });
      watching.value = registration.watching.length > 0 && registration.watching[0] === patterns[0];
    } catch (error) {
      watching.value = false;
      onProblem(`The page hook could not be registered: ${failureText(error)}`);
    }
  };

  effect(() => {
    const patterns = needed.value;
    if (granted.value.length > 0) registering = register(patterns);
    else watching.value = false;
  });

  /** A panel that is built anew (Firefox, docked elsewhere) was not there when the document started. */
  const meet = ({ document, frameId, calls: [first] }: HookCallsEvent): void => {
    if (first === undefined || documents.peek().some((each) => each.frameId === frameId)) return;
    const { documentUrl, at } = first;
    const met = { document, frameId, url: documentUrl, startedAt: at, trialFromStart: null };
    documents.value = [...documents.peek(), met];
  };

  background.onEvent((event) => {
    if (event.type === 'hook-started') {
      // a new page begins: what was in the tab before is gone
      const others = event.document.frameId === 0 ? [] : documents.peek();
      batch(() => {
        documents.value = [...others, event.document];
        if (event.document.frameId !== 0) return;
        dropped.value = 0;
        latest.clear();
      });
    }
    if (event.type === 'hook-calls') {
      // a background that ended before it answered is told the same once more
      const news = event.calls.filter(({ n }) => n > (latest.get(event.document) ?? -1));
      if (news.length === 0 && event.calls.length > 0) return;
      const last = news.at(-1);
      if (last !== undefined) latest.set(event.document, last.n);
      meet(event);
      dropped.value += event.dropped;
      onCalls(event.document, news);
    }
  });

  const isInPage = computed(() => {
    const top = documents.value.find(({ frameId }) => frameId === 0);
    const load = loadStartedAt.value;
    return top !== undefined && (load === null || top.startedAt >= load - clockTolerance);
  });

  return {
    state: computed((): HookState => {
      if (!watching.value) return 'no-access';
      return isInPage.value ? 'observing' : 'reload';
    }),
    documents: computed(() => documents.value.length),
    dropped,
    ready: () => registering,
  };
}
