import type { UrlForms } from '../agent/url-candidates';
import { mapKey } from '../site/map-key';

/** Calls by their URL: what has to be tested only once. */
export interface UniqueUrls {
  readonly urls: readonly UrlForms[];
  /** Calls per URL. */
  readonly counts: Uint32Array;
  /** Per call the index of its URL. */
  readonly indices: Uint32Array;
}

/** Groups calls whose URL has the same forms. */
export function uniqueUrls(calls: readonly UrlForms[]): UniqueUrls {
  const urls: UrlForms[] = [];
  const counts: number[] = [];
  const known = new Map<string, number>();
  const indices = new Uint32Array(calls.length);
  for (const [call, forms] of calls.entries()) {
    const key = mapKey(keyOf(forms));
    let index = known.get(key);
    if (index === undefined) {
      index = urls.push(forms) - 1;
      known.set(key, index);
    }
    counts[index] = (counts[index] ?? 0) + 1;
    indices[call] = index;
  }
  return { urls, counts: Uint32Array.from(counts), indices };
}

function keyOf({ raw, absolute }: UrlForms): string {
  return raw.length === 1 && raw[0] === absolute ? raw[0] : JSON.stringify([absolute, ...raw]);
}
