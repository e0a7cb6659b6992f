import { classify } from '../../core/exchange/classify';
import { readEntry } from '../../core/exchange/read-entry';
import type { SlimEntry } from '../../protocol/slim-entry';

/** Whether the entry is a call of the page, or its preflight: what the panel is about. */
export function isCall(entry: SlimEntry): boolean {
  const read = readEntry(entry);
  return read.ok && classify(read.record).kind !== 'none';
}
