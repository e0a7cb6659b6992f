import type { Header } from '../core';
import type { NewRule } from './rules';

/** `chrome.tabs.TAB_ID_NONE`: requests of no tab, such as the background's own. */
const noTab = -1;

/**
 * The rule that gives the background's OPTIONS the headers of a preflight, which a script may not set. It is scoped to this URL, this method, and requests of no tab: no page's request is
 * ever touched.
 */
export function probeRule(url: string, headers: readonly Header[]): NewRule {
  return {
    priority: 1,
    condition: {
      urlFilter: exactly(url),
      tabIds: [noTab],
      requestMethods: ['options'],
      resourceTypes: ['xmlhttprequest', 'other'],
    },
    action: {
      type: 'modifyHeaders',
      requestHeaders: headers.map(([header, value]) => ({ header, operation: 'set', value })),
    },
  };
}

/** The filter's own signs become wildcards: at most one probe at a time goes to an origin, so that is exact enough. */
function exactly(url: string): string {
  return `|${url.replace(/[*^|]/g, '*')}|`;
}
