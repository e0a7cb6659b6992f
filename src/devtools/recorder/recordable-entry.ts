import type { HarEntry } from '../../core/exchange/har';
import { readEntry } from '../../core/exchange/read-entry';
import { scriptName } from '../../core/exchange/script-name';
import { slimEntry } from '../../core/exchange/slim-entry';
import { loadsWorker } from '../../core/exchange/worker-script';
import type { SlimEntry } from '../../protocol/slim-entry';
import { irrelevantTypes } from './irrelevant-types';
import { largestEntry, type Sight } from './sight';

export interface Recordable {
  readonly entry: SlimEntry;
  /** Characters of its JSON: written down once, as that costs more than all else of a new entry. */
  readonly length: number;
  /** Its URL is that of a worker's script. */
  readonly loadsWorker: boolean;
}

export type RecordableResult =
  | ({ readonly kind: 'recordable' } & Recordable)
  /** The log needs not hold it. */
  | { readonly kind: 'irrelevant' }
  /** It holds more than is recorded of one. */
  | { readonly kind: 'too-large'; readonly sight: Sight }
  | { readonly kind: 'unreadable'; readonly problem: string };

/** What of the browser's entry is recorded. The entry is untrusted: address, method and start must be there. */
export function recordableEntry(raw: unknown): RecordableResult {
  const read = readEntry(raw);
  if (!read.ok) return unreadable(read.what);
  const { record } = read;
  if (record.startedAt === 0)
    return unreadable(`${read.flaw ?? 'startedDateTime is missing'}: ${record.url.slice(0, 200)}`);
  const isWorkerLoad = loadsWorker(record);
  const isOfNetwork = /^(?:https?|wss?):/i.test(record.url);
  if ((irrelevantTypes.has(record.resourceType) || !isOfNetwork) && !isWorkerLoad)
    return { kind: 'irrelevant' };
  const { method, startedAt } = record;
  // of a script in a `data:` URL only the name bears on calls
  const url = isOfNetwork ? record.url : scriptName(record.url);
  const slim = slimEntry(raw as HarEntry);
  const entry = {
    ...slim,
    startedDateTime: slim.startedDateTime ?? new Date(startedAt).toISOString(),
    request: { ...slim.request, method, url },
  };
  const { length } = JSON.stringify(entry);
  if (length > largestEntry) return { kind: 'too-large', sight: entry };
  return { kind: 'recordable', entry, length, loadsWorker: isWorkerLoad };
}

function unreadable(what: string): RecordableResult {
  return { kind: 'unreadable', problem: `An entry of the browser’s network log cannot be read: ${what}.` };
}
