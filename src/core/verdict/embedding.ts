import { originOf } from '../site/origin';
import { siteHost } from '../site/origin-relation';
import type { JudgedCall } from './judged-call';

/** URL or origin of the tab's page. */
export function topLevelOf({ exchange, context }: JudgedCall): string {
  return exchange.pageUrl ?? context.page.pageOrigin ?? exchange.initiatorOrigin;
}

/**
 * The calling document stands in a frame whose top-level page is of another site. By hosts alone: in a log the page's URL may
 * be that of its load before, of another scheme.
 */
export function embedded(call: JudgedCall): boolean {
  const top = originOf(topLevelOf(call));
  const document = originOf(call.exchange.initiatorOrigin);
  if (top === null || document === null) return false;
  const { engine } = call.context.page;
  return siteHost(top, engine) !== siteHost(document, engine);
}
