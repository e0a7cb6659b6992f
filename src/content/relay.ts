import * as v from 'valibot';
import type { HookOrder } from '../protocol/hook-line';
import { hookLimits } from '../protocol/hook-limits';
import { parseRelayOrder, type RelayMessage } from '../protocol/relay';
import type { Trial } from '../protocol/trial';

export interface RelayEnvironment {
  /** Rejects or throws once the extension was updated or removed. */
  readonly send: (message: RelayMessage) => Promise<unknown>;
  readonly order: (order: HookOrder) => void;
  readonly documentName: string;
  readonly later: (task: () => void, delay: number) => void;
  /** For later loads of this origin in this tab; `null` forgets it. */
  readonly keepTrial: (trial: Trial | null) => void;
  /** Shows in the tab's title that the page is being altered. */
  readonly markTitle: (isAltered: boolean) => void;
}

export interface Relay {
  /** A report of the hook; the page may have forged it. */
  hear(report: unknown): void;
  /** An order of the background. */
  obey(order: unknown): void;
  /** Sends what waits. */
  flush(): void;
}

/** ms between two messages. */
const interval = 100;
/** Calls that wait at most; what a flooding page makes beyond is counted, not kept. */
const longestQueue = 1_000;

const report = v.variant('type', [
  v.object({
    type: v.literal('started'),
    startedAt: v.number(),
    trialFromStart: v.nullable(v.pipe(v.string(), v.maxLength(64))),
  }),
  v.object({ type: v.literal('call'), call: v.unknown() }),
]);

/** Carries reports in batches, one message at a time, so that neither page nor extension can be flooded. */
export function createRelay(environment: RelayEnvironment): Relay {
  const { documentName: document } = environment;
  let waiting: unknown[] = [];
  let dropped = 0;
  let isBusy = false;
  let isOff = false;
  let trialInHook: string | null = null;

  const stepBack = (): void => {
    isOff = true;
    waiting = [];
    environment.keepTrial(null);
    environment.markTitle(false);
    environment.order({ type: 'off' });
  };

  const setTrial = (trial: Trial | null): void => {
    environment.keepTrial(trial);
    environment.markTitle(trial !== null);
    if ((trial?.id ?? null) === trialInHook) return;
    trialInHook = trial?.id ?? null;
    environment.order({ type: 'trial', trial });
  };

  const obey = (input: unknown): void => {
    const order = parseRelayOrder(input);
    if (order === null || isOff) return;
    if (order.type === 'off') stepBack();
    else setTrial(order.trial);
  };

  const send = async (message: RelayMessage): Promise<void> => {
    isBusy = true;
    try {
      obey(await environment.send(message));
    } catch {
      // the extension is gone: so is what it did here
      stepBack();
    }
    isBusy = false;
    if (waiting.length > 0 || dropped > 0) environment.later(flush, interval);
  };

  const flush = (): void => {
    if (isBusy || isOff || (waiting.length === 0 && dropped === 0)) return;
    const calls = waiting.slice(0, hookLimits.calls);
    waiting = waiting.slice(hookLimits.calls);
    const lost = dropped;
    dropped = 0;
    void send({ crosslink: 'relay', type: 'calls', document, calls, dropped: lost });
  };

  return {
    hear: (input) => {
      const result = v.safeParse(report, input);
      if (!result.success || isOff) return;
      const heard = result.output;
      if (heard.type === 'started') {
        trialInHook = heard.trialFromStart;
        const { startedAt, trialFromStart } = heard;
        void send({ crosslink: 'relay', type: 'started', document, startedAt, trialFromStart });
        return;
      }
      if (waiting.length >= longestQueue) dropped += 1;
      else if (waiting.push(heard.call) === 1 && !isBusy) environment.later(flush, interval);
    },
    obey,
    flush,
  };
}
