const prefix = 'crosslink-panel-';

/**
 * Name of the port by which the background sees the panel of a tab go. In Chromium the panel opens it; in Firefox the
 * background does: Firefox cuts a line for all its ends when one of them goes, and a background that listened for ports would
 * be one more end of every line between panel and recorder, cut whenever it falls asleep.
 */
export function panelPortName(tabId: number): string {
  return `${prefix}${tabId}`;
}

/** `null`: another port. */
export function tabOfPanelPort(name: string): number | null {
  const tabId = name.startsWith(prefix) ? Number(name.slice(prefix.length)) : Number.NaN;
  return Number.isSafeInteger(tabId) ? tabId : null;
}
