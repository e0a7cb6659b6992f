import { helloEvent, orderEvent, reportEvent, type HookOrder, type HookReport } from '../protocol/hook-line';
import { jsonText } from './json-text';
import { addEventListener, dispatchEvent, getterOf, harmless } from './natives';

const dataOf = getterOf<string>(MessageEvent.prototype, 'data');
const NativeMessageEvent = MessageEvent;
const parseJson = JSON.parse;

/** The hook's end of the line to the relay. */
export interface RelayLine {
  report(report: HookReport): void;
}

/**
 * Offers a line while this function runs. `null`: no relay takes it, or it has one already (this script ran before in this
 * document).
 */
export function openRelayLine(obey: (order: HookOrder) => void): RelayLine | null {
  const line = new EventTarget();
  addEventListener(line, orderEvent, (event) => obey(parseJson(dataOf(event)) as HookOrder));
  const hello = new FocusEvent(helloEvent, { relatedTarget: line, cancelable: true });
  if (dispatchEvent(globalThis, hello)) return null;
  return {
    report: (report) =>
      void harmless(() =>
        dispatchEvent(
          line,
          new NativeMessageEvent(reportEvent, {
            __proto__: null,
            data: jsonText(report),
          } as MessageEventInit),
        ),
      ),
  };
}
