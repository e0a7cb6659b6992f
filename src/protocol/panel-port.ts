const prefix = 'crosslink-panel-';

/** Name of the port by which the background sees the panel of a tab go. */
export function panelPortName(tabId: number): string {
  return `${prefix}${tabId}`;
}

/** `null`: another port. */
export function tabOfPanelPort(name: string): number | null {
  const tabId = name.startsWith(prefix) ? Number(name.slice(prefix.length)) : Number.NaN;
  return Number.isSafeInteger(tabId) ? tabId : null;
}
