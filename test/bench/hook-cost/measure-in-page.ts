/*
 * Runs in a page that holds one frame for each variant: the same calls by turns in each of them, so that whatever else the
 * machine does falls on all alike.
 */

/** ms for each call, one list per variant, in the order of the rounds. */
export type HookCosts = Record<string, { readonly fetch: number[]; readonly xhr: number[] }>;

type Realm = Window & typeof globalThis;

const callsInARow = 50;
const warmUp = 3;
let serial = 0;

/** A URL of its own for each call: those of one URL would wait for each other's cache entry. */
const nextUrl = (): string => `/status/200?${serial++}`;

async function frameOf(variant: string): Promise<Realm> {
  const frame = document.createElement('iframe');
  frame.src = `/?scripts=${variant}`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.documentElement.append(frame);
  await loaded;
  return frame.contentWindow as Realm;
}

async function measureFetch(realm: Realm): Promise<number> {
  const pending: Promise<Response>[] = [];
  const before = performance.now();
  for (let n = 0; n < callsInARow; n++) {
    pending.push(realm.fetch(nextUrl(), { method: 'GET', headers: { accept: 'application/json' } }));
  }
  const time = performance.now() - before;
  for (const response of await Promise.all(pending)) await response.text();
  return time / callsInARow;
}

async function measureXhr(realm: Realm): Promise<number> {
  const pending: Promise<unknown>[] = [];
  const objects = Array.from({ length: callsInARow }, () => new realm.XMLHttpRequest());
  for (const xhr of objects) pending.push(new Promise((resolve) => xhr.addEventListener('loadend', resolve)));
  const before = performance.now();
  for (const xhr of objects) {
    xhr.open('GET', nextUrl());
    xhr.send();
  }
  const time = performance.now() - before;
  await Promise.all(pending);
  return time / callsInARow;
}

async function measure(): Promise<HookCosts> {
  const query = new URLSearchParams(location.search);
  const rounds = Number(query.get('rounds'));
  const variants = (query.get('variants') ?? '').split(';');
  const realms = new Map<string, Realm>();
  for (const variant of variants) realms.set(variant, await frameOf(variant));
  const costs: HookCosts = Object.fromEntries(variants.map((variant) => [variant, { fetch: [], xhr: [] }]));
  // the first rounds warm up caches and compilers
  for (let round = -warmUp; round < rounds; round++) {
    const from = (round + warmUp) % variants.length;
    for (const variant of [...variants.slice(from), ...variants.slice(0, from)]) {
      const realm = realms.get(variant) as Realm;
      const times = { fetch: await measureFetch(realm), xhr: await measureXhr(realm) };
      if (round < 0) continue;
      costs[variant]?.fetch.push(times.fetch);
      costs[variant]?.xhr.push(times.xhr);
    }
  }
  return costs;
}

Object.defineProperty(globalThis, 'finished', { value: measure() });
