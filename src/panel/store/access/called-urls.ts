import { effect, signal, type ReadonlySignal } from '@preact/signals';
import { endpointKey, siteOf, type Exchange } from '../../../core';
import type { Judged } from '../judged/judged';
import type { JudgedExchanges } from '../judged/judged-exchanges';

/**
 * One URL of each origin that the page's calls went to or came from. A reload of the page, which may empty the log, takes none away: what
 * it called before it will call again. Another site starts anew.
 */
export function createCalledUrls(
  exchanges: Pick<JudgedExchanges, 'all' | 'onChange'>,
  pageUrl: ReadonlySignal<string | null>,
): ReadonlySignal<readonly string[]> {
  const urls = signal<readonly string[]>([]);

  const add = (known: readonly string[], calls: Iterable<Judged>): void => {
    const origins = new Set(known);
    for (const { exchange } of calls) for (const url of originsOf(exchange)) origins.add(url);
    if (origins.size !== known.length || known !== urls.peek()) urls.value = [...origins];
  };

  let site = siteOfPage(pageUrl.peek());
  effect(() => {
    const next = siteOfPage(pageUrl.value);
    if (next === site) return;
    site = next;
    add([], exchanges.all.values());
  });
  exchanges.onChange(({ fresh }) => add(urls.peek(), fresh));
  return urls;
}

/** Of the frame that calls, too: the page hook needs access to it. */
function originsOf({ method, hops, initiatorOrigin }: Exchange): readonly string[] {
  return [...hops.map(({ url }) => url), initiatorOrigin].flatMap((url) => {
    const { origin } = endpointKey(method, url);
    return /^https?:\/\//.test(origin) ? `${origin}/` : [];
  });
}

function siteOfPage(url: string | null): string | null {
  return url === null ? null : siteOf(url);
}
