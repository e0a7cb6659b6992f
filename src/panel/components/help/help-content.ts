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
  { term: 'Esc', meaning: 'Close the details; in the pattern: back to the deployed one' },
  { term: 'F8, Alt ↑ ↓', meaning: 'In the pattern: from finding to finding (Shift F8: back)' },
  { term: 'Ctrl/⌘ Z', meaning: 'In the pattern: undo; with Shift: redo' },
  { term: 'Ctrl/⌘ C', meaning: 'Copy the row' },
  { term: 'Shift ← →', meaning: 'On a column heading: resize' },
  { term: '?', meaning: 'This help' },
];

export const filterHelp: readonly HelpEntry[] = [
  { term: 'orders', meaning: 'Calls that contain the text' },
  { term: '-orders', meaning: 'Calls that do not; - negates every word below, too' },
  { term: '/v\\d+/', meaning: 'Calls that a regular expression matches' },
  { term: 'outcome:breaks', meaning: 'Outcome on any route, or on that which route: names' },
  { term: 'route:header', meaning: 'The route that outcome: and reason: look at' },
  { term: 'header:breaks', meaning: 'Outcome on one route: today:, cookies: or header:' },
  { term: 'reason:acac-missing', meaning: 'Calls with this reason' },
  { term: 'host:*.shop.test', meaning: 'Calls to these hosts' },
  { term: 'method:post', meaning: 'Calls of this method' },
  { term: 'status-code:503', meaning: 'Calls with this status' },
  {
    term: 'is:preflight',
    meaning:
      'Preflighted calls; also failed, matched, unmatched, newly-matched, lost, match-unknown, same-origin, same-site, cross-site',
  },
];
