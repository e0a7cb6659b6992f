import { helloEvent, portEvent, type HookOrder, type HookReport } from '../protocol/hook-line';
import { apply, getterOf, isOf } from './natives';

const { postMessage, start, close } = MessagePort.prototype;
const { addEventListener, removeEventListener, dispatchEvent } = EventTarget.prototype;
const { preventDefault, stopImmediatePropagation } = Event.prototype;
const portsOf = getterOf<readonly MessagePort[]>(MessageEvent.prototype, 'ports');
const dataOf = getterOf<unknown>(MessageEvent.prototype, 'data');

/** The hook's end of the line to the relay. */
export interface RelayLine {
  report(report: HookReport): void;
  close(): void;
}

/**
 * Takes the port that the relay offers while this function runs, and no other. `null`: no relay answers, or it has given its
 * port already (this script ran before in this document).
 */
export function takeRelayLine(obey: (order: HookOrder) => void): RelayLine | null {
  let port: MessagePort | null = null;
  const take = (event: Event): void => {
    apply(stopImmediatePropagation, event, []);
    const [offered] = isOf(MessageEvent.prototype, event) ? portsOf(event) : [];
    if (port !== null || offered === undefined) return;
    port = offered;
    apply(preventDefault, event, []);
  };
  apply(addEventListener, globalThis, [portEvent, take]);
  apply(dispatchEvent, globalThis, [new Event(helloEvent)]);
  apply(removeEventListener, globalThis, [portEvent, take]);
  const line = port as MessagePort | null;
  if (line === null) return null;

  const receive = (event: Event): void => obey(dataOf(event) as HookOrder);
  apply(addEventListener, line, ['message', receive]);
  apply(start, line, []);
  return {
    report: (report) => apply(postMessage, line, [report]),
    close: () => apply(close, line, []),
  };
}
