import { hostPattern } from '../../../../src/protocol/access-pattern';
import type {
  BackgroundCall,
  BackgroundClient,
  BackgroundEvent,
  CallParams,
  CallResult,
} from '../../../../src/protocol/background-rpc';
import type { Trial } from '../../../../src/protocol/trial';

type Answers = {
  [Name in BackgroundCall]: (params: CallParams<Name>) => CallResult<Name> | Promise<CallResult<Name>>;
};

export interface FakeBackground {
  readonly client: BackgroundClient;
  /** Calls in their order: name and parameters. */
  readonly calls: readonly { readonly name: BackgroundCall; readonly params: unknown }[];
  callsOf<Name extends BackgroundCall>(name: Name): readonly CallParams<Name>[];
  /** Replaced by a test to answer otherwise; throws to fail. */
  readonly answers: Answers;
  /** Patterns that are granted. */
  granted: readonly string[];
  emit(event: BackgroundEvent): void;
  /** Grants or takes back, as the browser's own settings do. */
  setGranted(patterns: readonly string[]): void;
}

/** A background that grants, registers and remembers as the real one does, and sends nothing. */
export function createFakeBackground(initially: readonly string[] = []): FakeBackground {
  const calls: { name: BackgroundCall; params: unknown }[] = [];
  const listeners = new Set<(event: BackgroundEvent) => void>();
  let trial: Trial | null = null;
  const split = (patterns: readonly string[]) => ({
    granted: patterns.filter((pattern) => fake.granted.includes(pattern)),
    missing: patterns.filter((pattern) => !fake.granted.includes(pattern)),
  });
  const fake: FakeBackground = {
    calls,
    granted: initially,
    callsOf: <Name extends BackgroundCall>(name: Name) =>
      calls.filter((call) => call.name === name).map(({ params }) => params as CallParams<Name>),
    answers: {
      'access.read': ({ patterns }) => ({ ...split(patterns), all: fake.granted }),
      'access.ask': () => ({ kind: 'opened' }),
      'access.revoke': ({ patterns }) => {
        fake.granted = fake.granted.filter((pattern) => !patterns.includes(pattern));
        return { kind: 'revoked' };
      },
      'hook.watch': ({ patterns }) => {
        const { granted, missing } = split(patterns);
        return { watching: granted, missing };
      },
      'hook.unwatch': () => ({ kind: 'unwatched' }),
      'probe.run': ({ request }) => ({ kind: 'no-access', pattern: hostPattern(request.url) ?? '' }),
      'probe.cancel': () => ({ kind: 'cancelled' }),
      'cookies.read': () => ({ cookies: [], missing: [] }),
      'trial.start': (params) => {
        trial = params.trial;
        return { kind: 'started' };
      },
      'trial.stop': () => {
        trial = null;
        return { kind: 'stopped' };
      },
      'trial.read': () => ({ trial }),
    },
    client: {
      call: async (name, params) => {
        calls.push({ name, params });
        return fake.answers[name](params);
      },
      onEvent: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      close: () => listeners.clear(),
    },
    emit: (event) => {
      for (const listener of listeners) listener(event);
    },
    setGranted: (patterns) => {
      fake.granted = patterns;
      fake.emit({ type: 'access-changed' });
    },
  };
  return fake;
}
