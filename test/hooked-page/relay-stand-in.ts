/*
 * Plays the relay for a page hook in a page without the extension: gives the hook its end of the line, keeps what it
 * reports, passes orders on. It is in every page that is compared, with the hook and without, so that it is no difference.
 */
import { helloEvent, portEvent, type HookOrder, type HookReport } from '../../src/protocol/hook-line';

/** What the test reads: the hook's reports so far, and a way to give it orders. */
export interface HookLine {
  readonly reports: HookReport[];
  order(order: HookOrder): void;
}

const channel = new MessageChannel();
const reports: HookReport[] = [];
channel.port1.addEventListener('message', ({ data }) => reports.push(data as HookReport));
channel.port1.start();
const line: HookLine = { reports, order: (order) => channel.port1.postMessage(order) };
Object.defineProperty(globalThis, 'hookLine', { value: line });
globalThis.addEventListener(
  helloEvent,
  () => globalThis.dispatchEvent(new MessageEvent(portEvent, { ports: [channel.port2], cancelable: true })),
  { once: true },
);
