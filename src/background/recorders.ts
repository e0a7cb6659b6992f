import type { Runtime } from 'webextension-polyfill';
import { backgroundVersion } from '../protocol/background-schema';
import type { SeenRequest, SeenRequestsMessage } from '../protocol/seen-request';

/** Tells the recorder of a tab, if devtools are open there. */
export function reachRecorders(
  runtime: Pick<Runtime.Static, 'sendMessage'>,
): (tabId: number, requests: readonly SeenRequest[]) => void {
  return (tabId, requests) => {
    const message: SeenRequestsMessage = {
      crosslink: 'requests-seen',
      version: backgroundVersion,
      tabId,
      requests,
    };
    // the browser rejects where no page of the extension listens: devtools have just been closed
    runtime.sendMessage(message).catch(() => undefined);
  };
}
