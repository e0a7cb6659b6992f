import type { HookCall } from '../core/exchange/hook-call';
import type { Trial } from './trial';

/*
 * The page hook (the page's own world) and the relay (isolated world) share nothing but the document. Both start before any
 * script of the page, the relay first. The hook says hello by an event that carries an EventTarget of its own, the line. The
 * relay takes it and cancels the event, once. Nothing of the page can listen yet, and what comes later finds nobody who would
 * take it: the line cannot be read, nor forged without taking the hook itself apart.
 *
 * On the line, events are heard before `dispatchEvent` returns. So the last call of a document that goes is heard, too, which
 * a message of a port would not be. What they carry is text: objects of one world are not for the other.
 */

/** A FocusEvent whose related target is the line; cancelled by the relay when it has taken it. */
export const helloEvent = 'crosslink-hook-hello';

/** On the line, a MessageEvent with a `HookReport` as JSON text. */
export const reportEvent = 'crosslink-hook-report';

/** On the line, a MessageEvent with a `HookOrder` as JSON text. */
export const orderEvent = 'crosslink-hook-order';

/** From the hook to the relay. */
export type HookReport =
  | { readonly type: 'started'; readonly startedAt: number; readonly trialFromStart: string | null }
  /** `dropped`: calls since the last report that were too many to be kept. */
  | { readonly type: 'calls'; readonly calls: readonly HookCall[]; readonly dropped: number };

/** From the relay to the hook. `off`: put back everything. */
export type HookOrder = { readonly type: 'off' } | { readonly type: 'trial'; readonly trial: Trial | null };
