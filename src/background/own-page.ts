import type { Runtime } from 'webextension-polyfill';

/** Whether a page of this extension sent a message: not a content script, which shares its process with a page. */
export function isOwnPage(
  { id, url }: Pick<Runtime.MessageSender, 'id' | 'url'>,
  runtime: Pick<Runtime.Static, 'id' | 'getURL'>,
): boolean {
  return id === runtime.id && url?.startsWith(runtime.getURL('')) === true;
}
