import type { Runtime } from 'webextension-polyfill';
import { parseHookCalls } from '../protocol/hook-schema';
import type { RelayMessage, RelayOrder } from '../protocol/relay';
import type { InspectedTabs } from './inspected-tabs';
import type { Panels } from './panels';

/**
 * Hands what a document's relay reports on to the panel of its tab, and tells the relay what to do. If no panel takes it, the
 * tab is released: so a panel that died unnoticed is found out by the page's next call.
 */
export async function hearRelay(
  message: RelayMessage,
  sender: Runtime.MessageSender,
  inspected: InspectedTabs,
  panels: Panels,
): Promise<RelayOrder> {
  const tabId = sender.tab?.id;
  const { frameId, url } = sender;
  if (tabId === undefined || frameId === undefined || url === undefined) return { type: 'off' };
  if (message.type === 'started') await inspected.documentStarted(tabId, url, frameId === 0);
  if ((await inspected.orderFor(tabId)).type === 'off') return { type: 'off' };
  const { document } = message;
  const heard = await panels.tell(
    tabId,
    message.type === 'started'
      ? {
          type: 'hook-started',
          document: {
            document,
            frameId,
            url: url.slice(0, 8_192),
            startedAt: message.startedAt,
            trialFromStart: message.trialFromStart,
          },
        }
      : {
          type: 'hook-calls',
          document,
          frameId,
          calls: parseHookCalls(message.calls),
          dropped: message.dropped,
        },
  );
  // while devtools are being docked elsewhere there is no panel for a moment; a trial may have been stopped while it was told
  if (heard || (await panels.isThere(tabId))) return inspected.orderFor(tabId);
  await inspected.release(tabId);
  return { type: 'off' };
}
