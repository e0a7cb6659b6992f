import * as v from 'valibot';
import type { HookOrder } from '../protocol/hook-line';
import { hookLimits, reportInterval } from '../protocol/hook-limits';
import { parseRelayOrder, type RelayMessage } from '../protocol/relay';
import { sendUntilAnswered } from '../protocol/send-until-answered';
import type { Trial } from '../protocol/trial';

export interface RelayEnvironment {
  readonly send: (message: RelayMessage) => Promise<unknown>;
  /** The extension was updated or removed: nobody answers any more. */
  readonly isGone: () => boolean;
  readonly order: (order: HookOrder) => void;
  readonly documentName: string;
  readonly later: (task: () => void, delay: number) => void;
  /** For later loads of this origin in this tab; `null` forgets it. */
  readonly keepTrial: (trial: Trial | null) => void;
  /** Shows in the tab's title that the page is being altered. */
  readonly markTitle: (isAltered: boolean) => void;
}

export interface Relay {
  /** A report of the hook, as JSON text; the page may have forged it. */
  hear(report: unknown): void;
  /** An order of the background. */
  obey(order: unknown): void;
  /** The document may be gone at once: sends what waits, and from now on everything, without waiting for an answer. */
  leave(): void;
  /** The document is shown; `again`: as it was left (the browser's back/forward cache). */
  comeBack(again: boolean): void;
}

const report = v.pipe(
  v.string(),
  v.parseJson(),
  v.variant('type', [
    v.object({
      type: v.literal('started'),
      startedAt: v.pipe(v.number(), v.finite()),
      trialFromStart: v.nullable(v.pipe(v.string(), v.maxLength(64))),
    }),
    v.object({
      type: v.literal('calls'),
      calls: v.array(v.unknown()),
      dropped: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
    }),
  ]),
);

/** Carries reports in batches, one message at a time, so that neither page nor extension can be flooded. */
export function createRelay(environment: RelayEnvironment): Relay {
  const { documentName: document } = environment;
  let waiting: unknown[] = [];
  let dropped = 0;
  let isBusy = false;
  let isOff = false;
  let isLeaving = false;
  let trialInHook: string | null = null;
  let startedAt = 0;

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
      obey(await sendUntilAnswered(() => environment.send(message), environment.isGone));
    } catch {
      // the extension is gone: so is what it did here
      stepBack();
    }
    isBusy = false;
    if (waiting.length > 0 || dropped > 0) environment.later(flush, reportInterval);
  };

  const sendSome = (): void => {
    const calls = waiting.slice(0, hookLimits.calls);
    waiting = waiting.slice(hookLimits.calls);
    const lost = dropped;
    dropped = 0;
    void send({ crosslink: 'relay', type: 'calls', document, calls, dropped: lost });
  };

  const flush = (): void => {
    if (isOff) return;
    if (isLeaving) while (waiting.length > 0) sendSome();
    else if (!isBusy && (waiting.length > 0 || dropped > 0)) sendSome();
  };

  const start = (trialFromStart: string | null): void => {
    trialInHook = trialFromStart;
    void send({ crosslink: 'relay', type: 'started', document, startedAt, trialFromStart });
  };

  /** Meanwhile its trial may be over, or another one in force: the hook goes on without one until the background has told. */
  const startAgain = (): void => {
    if (trialInHook !== null) environment.order({ type: 'trial', trial: null });
    start(null);
  };

  const take = (calls: readonly unknown[], lost: number): void => {
    const room = hookLimits.waiting - waiting.length;
    waiting.push(...calls.slice(0, room));
    dropped += lost + Math.max(0, calls.length - room);
    flush();
  };

  return {
    hear: (input) => {
      const result = v.safeParse(report, input);
      if (!result.success || isOff) return;
      const heard = result.output;
      if (heard.type === 'started') {
        startedAt = heard.startedAt;
        start(heard.trialFromStart);
      } else take(heard.calls, heard.dropped);
    },
    obey,
    leave: () => {
      isLeaving = true;
      flush();
    },
    comeBack: (again) => {
      isLeaving = false;
      if (again && !isOff) startAgain();
    },
  };
}
