import type { CallLog } from './call-log';
import { bodyKind, textOf } from './describe-value';
import { apply, argument, harmless, isOf, urlText } from './natives';
import { wrapMethod, type Restore } from './wrapped-method';

/** Watches `navigator.sendBeacon`; a trial never changes a beacon, for no script can add headers to one. */
export function hookBeacon(log: CallLog): Restore {
  return wrapMethod(Navigator.prototype, 'sendBeacon', (native, self, args) => {
    harmless(() => {
      const target = argument(args, 0);
      const body = argument(args, 1);
      const href = urlText(target);
      const url = href ?? textOf(target);
      if (url === null) return;
      log.add(
        () => ({
          api: 'beacon',
          url,
          method: 'POST',
          input: href !== null ? 'url' : 'string',
          container: 'none',
          frozen: null,
          headers: null,
          // HTML, sendBeacon()
          mode: isOf(Blob.prototype, body) ? 'cors' : 'no-cors',
          credentials: 'include',
          body: bodyKind(body),
          uploadListener: false,
          keepalive: true,
          sync: false,
        }),
        null,
      );
    });
    return apply(native, self, args);
  });
}
