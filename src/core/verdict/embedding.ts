import { originOf } from '../site/origin';
import { originRelation } from '../site/origin-relation';
import type { JudgedCall } from './judged-call';

/** URL or origin of the tab's page. */
export function topLevelOf({ exchange, context }: JudgedCall): string {
  return exchange.pageUrl ?? context.page.pageOrigin ?? exchange.initiatorOrigin;
}

/** The calling document stands in a frame whose top-level page is of another site. */
export function embedded(call: JudgedCall): boolean {
  const topLevel = topLevelOf(call);
  if (originOf(topLevel) === null) return false;
  return originRelation(topLevel, call.exchange.initiatorOrigin, call.context.page.engine) === 'cross-site';
}
