import type { HookCall } from '../core/exchange/hook-call';
import type { Trial } from './trial';

/*
 * The page hook (the page's own world) and the relay (isolated world) share nothing but the document. Both start before any
 * script of the page, the relay first. The hook says hello by an event; the relay answers, while the hook's `dispatchEvent`
 * still runs, with an event that carries one end of a MessageChannel, once. Nothing of the page can listen yet, and what
 * comes later finds nobody who would answer: the line cannot be read, nor forged without taking the hook itself apart.
 */

/** The hook is there and waits for its port. */
export const helloEvent = 'crosslink-hook-hello';

/** A MessageEvent whose first port is the hook's; cancelled by the hook when it has taken it. */
export const portEvent = 'crosslink-hook-port';

/** From the hook to the relay. */
export type HookReport =
  | { readonly type: 'started'; readonly startedAt: number; readonly trialFromStart: string | null }
  | { readonly type: 'call'; readonly call: HookCall };

/** From the relay to the hook. `off`: put back everything. */
export type HookOrder = { readonly type: 'off' } | { readonly type: 'trial'; readonly trial: Trial | null };
