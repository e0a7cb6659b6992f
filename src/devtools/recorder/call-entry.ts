import { classify } from '../../core/exchange/classify';
import { readEntry } from '../../core/exchange/read-entry';
import type { Sight } from './sight';

/** Whether the entry is a call of the page, or its preflight: what the panel is about. */
export function isCall(entry: Sight): boolean {
  const read = readEntry(entry);
  return read.ok && classify(read.record).kind !== 'none';
}
