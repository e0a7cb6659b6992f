import { isLoopback } from '../site/loopback';
import { originOf } from '../site/origin';

/**
 * Whether a document is kept from calling this URL, because it or the tab's page is https. Loopback addresses count as
 * secure (Mixed Content, sections 4.3 and 4.4).
 * @param topLevel URL or origin of the tab's page, where the document stands in a frame
 */
export function isMixedContent(documentOrigin: string, url: string, topLevel = documentOrigin): boolean {
  const target = originOf(url);
  const prohibits = [documentOrigin, topLevel].some((each) => originOf(each)?.scheme === 'https');
  return prohibits && target?.scheme === 'http' && !isLoopback(target.host);
}
