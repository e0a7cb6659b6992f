export interface HelpEntry {
  readonly term: string;
  readonly meaning: string;
}

export const keyHelp: readonly HelpEntry[] = [
  { term: 'Ctrl/⌘ E', meaning: 'Record or stop' },
  { term: 'Ctrl L, ⌘ K', meaning: 'Clear' },
  { term: 'Ctrl/⌘ F', meaning: 'Filter' },
  { term: '↑ ↓ PgUp PgDn Home End', meaning: 'Move through the calls' },
  { term: '→ ←', meaning: 'Open and close an endpoint' },
  { term: 'Enter', meaning: 'Details' },
  { term: 'Esc', meaning: 'Close the details' },
  { term: 'Ctrl/⌘ C', meaning: 'Copy the row' },
  { term: 'Shift ← →', meaning: 'On a column heading: resize' },
  { term: '?', meaning: 'This help' },
];

export const filterHelp: readonly HelpEntry[] = [
  { term: 'orders', meaning: 'Calls that contain the text' },
  { term: '-orders', meaning: 'Calls that do not; works with every word below' },
  { term: '/v\\d+/', meaning: 'Calls that a regular expression matches' },
  { term: 'outcome:breaks', meaning: 'links, breaks, unlinked, cannot or unknown on any route' },
  { term: 'route:header', meaning: 'With outcome: on this route only (today, cookies, header)' },
  { term: 'host:api.shop.test', meaning: 'Calls to this host' },
  { term: 'method:POST', meaning: 'Calls of this method' },
  { term: 'is:preflight', meaning: 'Calls that were preflighted' },
  { term: 'is:cross-site', meaning: 'Calls to another site' },
];
