import type { CallLog } from './call-log';
import { addEventListener, removeEventListener } from './natives';
import type { Restore } from './wrapped-method';

/** Has the log told before the document goes: its listeners are the first of the window, whatever the page adds. */
export function watchDepartures({ leave, comeBack }: CallLog): Restore {
  addEventListener(globalThis, 'pagehide', leave, true);
  addEventListener(globalThis, 'pageshow', comeBack, true);
  return () => {
    removeEventListener(globalThis, 'pagehide', leave, true);
    removeEventListener(globalThis, 'pageshow', comeBack, true);
  };
}
