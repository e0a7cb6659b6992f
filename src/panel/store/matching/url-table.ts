import { agentCallOf, urlForms } from '../../../core';
import type { Exchange, UrlForms } from '../../../core';
import { mapKey } from '../../../core/site/map-key';
import { keepInPlace } from '../../workers/keep-in-place';

/** Numbers of the URLs that the agent's regexes are tried on for a call. */
export interface CallUrls {
  readonly call: number;
  /** The page's own URL, for `ign`. */
  readonly page: number;
}

/** Every URL once, in the order in which they came; what is tested has its number. */
export interface UrlTable {
  readonly urls: readonly UrlForms[];
  /** The URLs of a call, numbered if they are new. */
  add(exchange: Exchange): CallUrls;
  /** `undefined`: it is not there. */
  numberOf(forms: UrlForms): number | undefined;
  /** Only the URLs of these calls stay and are numbered anew, in their order; gives their former numbers. */
  keep(exchanges: Iterable<Exchange>): Uint32Array;
}

interface NumberedCall {
  call: number;
  page: number;
  /** That by which these numbers hold. */
  numbering: number;
}

export function createUrlTable(): UrlTable {
  const urls: UrlForms[] = [];
  const numbers = new Map<string, number>();
  const known = new WeakMap<Exchange, NumberedCall>();
  /** Rises when URLs are numbered anew. */
  let numbering = 0;

  const number = (forms: UrlForms): number => {
    const key = keyOf(forms);
    const there = numbers.get(key);
    if (there !== undefined) return there;
    numbers.set(key, urls.length);
    return urls.push(forms) - 1;
  };

  return {
    urls,
    add: (exchange) => {
      const there = known.get(exchange);
      if (there?.numbering === numbering) return there;
      const call = agentCallOf(exchange);
      const page = { raw: [call.page], absolute: call.page } as const;
      const added = { call: number(urlForms(call)), page: number(page), numbering };
      known.set(exchange, added);
      return added;
    },
    numberOf: (forms) => numbers.get(keyOf(forms)),
    keep: (exchanges) => {
      const calls = new Set<NumberedCall>();
      const isNeeded = new Uint8Array(urls.length);
      for (const exchange of exchanges) {
        const there = known.get(exchange);
        if (there?.numbering !== numbering) continue;
        calls.add(there);
        isNeeded[there.call] = 1;
        isNeeded[there.page] = 1;
      }
      const kept = new Uint32Array(urls.length)
        .map((_, former) => former)
        .filter((former) => isNeeded[former] === 1);
      const renumbered = new Uint32Array(urls.length);
      for (let next = 0; next < kept.length; next++) renumbered[kept[next] ?? 0] = next;
      for (const [key, former] of numbers) {
        if (isNeeded[former] === 1) numbers.set(key, renumbered[former] ?? 0);
        else numbers.delete(key);
      }
      keepInPlace(urls, kept);
      numbering += 1;
      for (const each of calls) {
        each.call = renumbered[each.call] ?? 0;
        each.page = renumbered[each.page] ?? 0;
        each.numbering = numbering;
      }
      return kept;
    },
  };
}

/** What a script may have passed follows from the absolute URL and from how many forms there are; no URL holds a line break. */
function keyOf({ raw, absolute }: UrlForms): string {
  if (raw.length > 1) return mapKey(`${raw.length}\n${raw[0]}`);
  return mapKey(raw[0] === absolute ? raw[0] : `${raw[0]}\n${absolute ?? ''}`);
}
