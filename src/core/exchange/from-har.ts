import type { ExchangeLogChanges } from './exchange-log';
import type { Har } from './har';
import { harEntries } from './har-entries';
import type { Exchange } from './types';
import { readWholeLog, type WholeLog } from './whole-log';

export interface ReadHar extends Pick<ExchangeLogChanges, 'problems' | 'ignored'> {
  /** In the order of time. */
  readonly exchanges: readonly Exchange[];
}

/**
 * The calls of a HAR file with their preflights and redirects, what could not be read, and what is no call. Takes files
 * of any tool and never throws; a file that is no HAR has one problem, with index -1.
 */
export function readHar(har: Har): ReadHar {
  const { exchanges, problems, ignored } = logOfHar(har);
  return { exchanges: [...exchanges], problems, ignored };
}

/**
 * The same, with exchanges that are made one by one: the HAR must stay as it is meanwhile.
 *
 * @param look sees each entry before there is any exchange, whatever the entry is
 */
export function logOfHar(har: Har, look?: (entry: unknown) => void): WholeLog {
  const entries = harEntries(har);
  if (entries === null) {
    const problem = { index: -1, what: 'log.entries is missing: this is no HAR' };
    return { exchanges: [], pageUrl: null, problems: [problem], ignored: {} };
  }
  return readWholeLog(entries as Har['log']['entries'], har.log.pages, look);
}

/** The calls of a HAR file with their preflights and redirects, in the order of time. Never throws; see {@link readHar}. */
export function exchangesFromHar(har: Har): Exchange[] {
  return [...readHar(har).exchanges];
}
