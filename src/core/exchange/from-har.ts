import { createExchangeLog, type ExchangeLogChanges } from './exchange-log';
import type { Har } from './har';
import { harEntries } from './har-entries';
import type { Exchange } from './types';

export interface ReadHar extends Pick<ExchangeLogChanges, 'problems' | 'ignored'> {
  /** In the order of time. */
  readonly exchanges: readonly Exchange[];
}

/**
 * The calls of a HAR file with their preflights and redirects, what could not be read, and what is no call. Takes files
 * of any tool and never throws; a file that is no HAR has one problem, with index -1.
 */
export function readHar(har: Har): ReadHar {
  const entries = harEntries(har);
  if (entries === null) {
    return {
      exchanges: [],
      problems: [{ index: -1, what: 'log.entries is missing: this is no HAR' }],
      ignored: {},
    };
  }
  const { added, problems, ignored } = createExchangeLog().add(entries as Har['log']['entries'], {
    pages: har.log.pages,
  });
  return { exchanges: added, problems, ignored };
}

/** The calls of a HAR file with their preflights and redirects, in the order of time. Never throws; see {@link readHar}. */
export function exchangesFromHar(har: Har): Exchange[] {
  return [...readHar(har).exchanges];
}
