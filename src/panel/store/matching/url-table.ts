import { agentCallOf, urlForms } from '../../../core';
import type { Exchange, UrlForms } from '../../../core';
import { mapKey } from '../../../core/site/map-key';

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
}

export function createUrlTable(): UrlTable {
  const urls: UrlForms[] = [];
  const numbers = new Map<string, number>();
  const known = new WeakMap<Exchange, CallUrls>();

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
      if (there !== undefined) return there;
      const call = agentCallOf(exchange);
      const added = { call: number(urlForms(call)), page: number({ raw: [call.page], absolute: call.page }) };
      known.set(exchange, added);
      return added;
    },
    numberOf: (forms) => numbers.get(keyOf(forms)),
  };
}

/** What a script may have passed follows from the absolute URL and from how many forms there are; no URL holds a line break. */
function keyOf({ raw, absolute }: UrlForms): string {
  if (raw.length > 1) return mapKey(`${raw.length}\n${raw[0]}`);
  return mapKey(raw[0] === absolute ? raw[0] : `${raw[0]}\n${absolute ?? ''}`);
}
