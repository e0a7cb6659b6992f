/*
 * Plays the relay for a page hook in a page without the extension: takes the hook's line, keeps what is reported on it, passes
 * orders on. It is in every page that is compared, with the hook and without, so that it is no difference.
 */
import type { HookCall } from '../../src/core/exchange/hook-call';
import {
  helloEvent,
  orderEvent,
  reportEvent,
  type HookOrder,
  type HookReport,
} from '../../src/protocol/hook-line';

/** What the test reads: the calls that the hook has reported so far, and a way to give it orders. */
export interface HookLine {
  readonly calls: HookCall[];
  order(order: HookOrder): void;
}

const calls: HookCall[] = [];
let line: EventTarget | null = null;
// an isolated world has its own, whatever the page does
const { parse, stringify } = JSON;
const { dispatchEvent } = EventTarget.prototype;

globalThis.addEventListener(
  helloEvent,
  (hello) => {
    hello.preventDefault();
    line = (hello as FocusEvent).relatedTarget;
    line?.addEventListener(reportEvent, (event) => {
      const report = parse((event as MessageEvent<string>).data) as HookReport;
      if (report.type === 'calls') for (const call of report.calls) calls[calls.length] = call;
    });
  },
  { once: true },
);
const hookLine: HookLine = {
  calls,
  order: (order) =>
    void (
      line && Reflect.apply(dispatchEvent, line, [new MessageEvent(orderEvent, { data: stringify(order) })])
    ),
};
Object.defineProperty(globalThis, 'hookLine', { value: hookLine });
