import type { CallLog } from './call-log';
import { emptyChain } from './chain';
import { bodyKind, textOf } from './describe-value';
import { agentPresence, currentBase, currentUrl, timeNow } from './document-facts';
import { apply, argument, getterOf, harmless, isBranded, isOf } from './natives';
import { wrapMethod, type Restore } from './wrapped-method';

const urlHref = getterOf<string>(URL.prototype, 'href');

/** Watches `navigator.sendBeacon`; a trial never changes a beacon, for no script can add headers to one. */
export function hookBeacon(log: CallLog): Restore {
  return wrapMethod(Navigator.prototype, 'sendBeacon', (native, self, args) => {
    harmless(() => {
      const target = argument(args, 0);
      const body = argument(args, 1);
      const isUrl = isBranded(urlHref, target);
      const url = isUrl ? urlHref(target) : textOf(target);
      if (url === null) return;
      log.add({
        api: 'beacon',
        at: timeNow(),
        url,
        method: 'POST',
        input: isUrl ? 'url' : 'string',
        container: 'none',
        frozen: null,
        headers: emptyChain(),
        // HTML, sendBeacon()
        mode: isOf(Blob.prototype, body) ? 'cors' : 'no-cors',
        credentials: 'include',
        body: bodyKind(body),
        uploadListener: false,
        keepalive: true,
        sync: false,
        documentUrl: currentUrl(),
        baseUrl: currentBase(),
        agent: agentPresence(),
        trial: null,
        next: null,
      });
    });
    return apply(native, self, args);
  });
}
