import type { WebRequest } from 'webextension-polyfill';
import { hookLimits } from '../protocol/hook-limits';
import type { SeenRequest } from '../protocol/seen-request';
import type { Timer } from '../protocol/timer';

/** ms in which a request goes out that no service worker takes. */
const patience = 2000;
/** ms; what was seen is told in one go. */
const interval = 250;
/** Requests of no tab: a service worker's own. */
const noTab = -1;

const filter: WebRequest.RequestFilter = { urls: ['*://*/*'], types: ['xmlhttprequest', 'beacon'] };

export interface RequestWatchEnvironment {
  readonly webRequest: Pick<
    WebRequest.Static,
    'onBeforeRequest' | 'onSendHeaders' | 'onCompleted' | 'onErrorOccurred'
  >;
  readonly timer: Timer;
  /** Outlives the background and is there at once when it starts. */
  readonly flag: { isSet(): boolean; put(on: boolean): void };
  readonly tell: (tabId: number, requests: readonly SeenRequest[]) => void;
}

/** Sees the requests of tabs whose panels are open, on granted hosts. Nothing is held up or changed. */
export interface RequestWatch {
  watch(tabs: ReadonlySet<number>): void;
}

/** A browser whose network log tells everything by itself. */
export const noRequestWatch: RequestWatch = { watch: () => {} };

interface Pending {
  readonly tabId: number;
  readonly request: Omit<SeenRequest, 'sent'>;
  readonly giveUp: () => void;
}

/**
 * Firefox wakes an event page only for listeners that it added before its first pause: hence the flag, by which a background
 * that starts while panels are open knows at once that it has to listen.
 */
export function watchRequests({ webRequest, timer, flag, tell }: RequestWatchEnvironment): RequestWatch {
  const pending = new Map<string, Pending>();
  let seen: { readonly tabId: number; readonly request: SeenRequest }[] = [];
  /** `null`: not known yet. */
  let watched: ReadonlySet<number> | null = null;
  let listening = false;
  let isDue = false;

  const flush = (): void => {
    isDue = false;
    const told = seen;
    if (watched === null) return;
    seen = [];
    for (const tabId of watched) {
      const own = told.filter((each) => each.tabId === tabId || each.tabId === noTab);
      if (own.length > 0)
        tell(
          tabId,
          own.map(({ request }) => request),
        );
    }
  };

  const settle = (requestId: string, sent: boolean): void => {
    const found = pending.get(requestId);
    if (found === undefined) return;
    pending.delete(requestId);
    found.giveUp();
    seen.push({ tabId: found.tabId, request: { ...found.request, sent } });
    if (isDue) return;
    isDue = true;
    timer(flush, interval);
  };

  const begin = (details: WebRequest.OnBeforeRequestDetailsType): void => {
    const { requestId, tabId, method, url, type, timeStamp, originUrl } = details;
    if (watched !== null && tabId !== noTab && !watched.has(tabId)) return;
    if (url.length > hookLimits.url) return;
    const caller = originUrl === undefined || originUrl.length > hookLimits.url ? null : originUrl;
    // each hop of a redirected request begins anew
    settle(requestId, true);
    pending.set(requestId, {
      tabId,
      request: { method, url, at: timeStamp, beacon: type === 'beacon', caller },
      giveUp: timer(() => settle(requestId, false), patience),
    });
  };
  const sent = ({ requestId }: { readonly requestId: string }): void => settle(requestId, true);

  const listen = (): void => {
    if (listening) return;
    listening = true;
    webRequest.onBeforeRequest.addListener(begin, filter);
    webRequest.onSendHeaders.addListener(sent, filter);
    // an answer of the HTTP cache
    webRequest.onCompleted.addListener(sent, filter);
    webRequest.onErrorOccurred.addListener(sent, filter);
  };

  const stop = (): void => {
    listening = false;
    webRequest.onBeforeRequest.removeListener(begin);
    webRequest.onSendHeaders.removeListener(sent);
    webRequest.onCompleted.removeListener(sent);
    webRequest.onErrorOccurred.removeListener(sent);
    for (const { giveUp } of pending.values()) giveUp();
    pending.clear();
    seen = [];
  };

  if (flag.isSet()) listen();

  return {
    watch: (tabs) => {
      watched = tabs;
      flag.put(tabs.size > 0);
      if (tabs.size > 0) listen();
      else if (listening) stop();
      flush();
    },
  };
}
