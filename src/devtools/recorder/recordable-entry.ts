import type { HarEntry } from '../../core/exchange/har';
import { readEntry } from '../../core/exchange/read-entry';
import { slimEntry } from '../../core/exchange/slim-entry';
import { loadsWorker } from '../../core/exchange/worker-script';
import type { SlimEntry } from '../../protocol/slim-entry';

/** `entry` is `null` where the log needs not hold it; `loadsWorker`: its URL is that of a worker's script. */
export type RecordableResult =
  | { readonly ok: true; readonly entry: SlimEntry | null; readonly loadsWorker: boolean }
  | { readonly ok: false; readonly problem: string };

/** Chromium's resource types that no script asked for by XHR, fetch, beacon or EventSource. */
const irrelevantTypes = new Set(['image', 'font', 'stylesheet', 'script', 'media', 'texttrack', 'manifest']);

/** What of the browser's entry is recorded. The entry is untrusted: address, method and start must be there. */
export function recordableEntry(raw: unknown): RecordableResult {
  const read = readEntry(raw);
  if (!read.ok) return problem(read.what);
  const { record } = read;
  if (record.startedAt === 0)
    return problem(`${read.flaw ?? 'startedDateTime is missing'}: ${record.url.slice(0, 200)}`);
  const isWorkerLoad = loadsWorker(record);
  if (irrelevantTypes.has(record.resourceType ?? '') && !isWorkerLoad)
    return { ok: true, entry: null, loadsWorker: false };
  const { method, url, startedAt } = record;
  const slim = slimEntry(raw as HarEntry);
  return {
    ok: true,
    loadsWorker: isWorkerLoad,
    entry: {
      ...slim,
      startedDateTime: slim.startedDateTime ?? new Date(startedAt).toISOString(),
      request: { ...slim.request, method, url },
    },
  };
}

function problem(what: string): RecordableResult {
  return { ok: false, problem: `An entry of the browser’s network log cannot be read: ${what}.` };
}
