/*
 * Runs in a page that holds one frame for each variant: the same calls by turns in each of them, so that whatever else the
 * machine does falls on all alike.
 */

/** ms for each call, in the order of the rounds. */
export interface VariantCosts {
  readonly fetch: number[];
  readonly xhr: number[];
  /** What the hook left for later, with the relay's part of it. */
  readonly later: number[];
}

/** By variant. */
export type HookCosts = Record<string, VariantCosts>;

type Realm = Window & typeof globalThis;

const callsInARow = 20;
const warmUp = 10;
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

/** ms for each of the calls that the work makes. */
function timed(work: () => void): number {
  const before = performance.now();
  work();
  return (performance.now() - before) / callsInARow;
}

/** The hook tells what waits as its document goes. This one only seems to. */
function tellNow(realm: Realm): void {
  realm.dispatchEvent(new Event('pagehide'));
}

async function measureFetch(realm: Realm, isHooked: boolean): Promise<{ now: number; later: number }> {
  const pending: Promise<Response>[] = [];
  const now = timed(() => {
    for (let n = 0; n < callsInARow; n++) {
      pending.push(realm.fetch(nextUrl(), { method: 'GET', headers: { accept: 'application/json' } }));
    }
  });
  const later = isHooked ? timed(() => tellNow(realm)) : 0;
  realm.dispatchEvent(new Event('pageshow'));
  for (const response of await Promise.all(pending)) await response.text();
  return { now, later };
}

async function measureXhr(realm: Realm): Promise<number> {
  const pending: Promise<unknown>[] = [];
  const objects = Array.from({ length: callsInARow }, () => new realm.XMLHttpRequest());
  for (const xhr of objects) pending.push(new Promise((resolve) => xhr.addEventListener('loadend', resolve)));
  const time = timed(() => {
    for (const xhr of objects) {
      xhr.open('GET', nextUrl());
      xhr.send();
    }
  });
  await Promise.all(pending);
  return time;
}

async function measure(): Promise<HookCosts> {
  const query = new URLSearchParams(location.search);
  const rounds = Number(query.get('rounds'));
  const variants = (query.get('variants') ?? '').split(';');
  const realms = new Map<string, Realm>();
  for (const variant of variants) realms.set(variant, await frameOf(variant));
  const costs: HookCosts = Object.fromEntries(
    variants.map((variant) => [variant, { fetch: [], xhr: [], later: [] }]),
  );
  // the first rounds warm up caches and compilers
  for (let round = -warmUp; round < rounds; round++) {
    const from = (round + warmUp) % variants.length;
    for (const variant of [...variants.slice(from), ...variants.slice(0, from)]) {
      const realm = realms.get(variant) as Realm;
      const { now, later } = await measureFetch(realm, variant.endsWith('hook'));
      const xhr = await measureXhr(realm);
      if (round < 0) continue;
      costs[variant]?.fetch.push(now);
      costs[variant]?.later.push(later);
      costs[variant]?.xhr.push(xhr);
    }
  }
  return costs;
}

Object.defineProperty(globalThis, 'finished', { value: measure() });
